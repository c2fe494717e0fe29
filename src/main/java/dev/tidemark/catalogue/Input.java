package dev.tidemark.catalogue;

import dev.tidemark.definition.Definitions;
import dev.tidemark.document.Fault;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.platform.Problem;
import dev.tidemark.platform.ProblemException;
import dev.tidemark.probe.Probe;
import dev.tidemark.rendition.SecretKeeper;
import java.util.List;

/** What a request brings: good probes, or a problem that names every fault. */
final class Input {

    private static final int UNREADABLE = 400;
    private static final int INVALID = 422;

    private Input() {}

    static List<Probe> probes(Definitions read) {
        if (!read.isFaultless()) {
            throw new ProblemException(problem(read.faults()));
        }
        return read.probes();
    }

    static Probe probe(Definitions read) {
        List<Probe> probes = probes(read);
        if (probes.size() != 1) {
            throw new ProblemException(
                    INVALID, "The body has " + probes.size() + " probes; send one, or use POST /api/v1/apply for more");
        }
        return probes.get(0);
    }

    /** The probe, when all its secrets are known. */
    static Probe whole(Probe probe) {
        if (SecretKeeper.isMasked(probe)) {
            throw new ProblemException(
                    INVALID, "probe \"" + probe.id() + "\" has a value that is masked (***); write the secret itself");
        }
        return probe;
    }

    static ProbeId id(String slug) {
        if (!ProbeId.isValid(slug)) {
            throw new ProblemException(404, "there is no probe \"" + slug + "\"");
        }
        return new ProbeId(slug);
    }

    private static Problem problem(List<Fault> faults) {
        boolean unreadable = faults.stream().anyMatch(fault -> fault.detail().startsWith("is no "));
        int status = unreadable ? UNREADABLE : INVALID;
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        List<Problem.Error> errors = faults.stream().map(Input::error).toList();
        return new Problem(status, "Invalid definition", count + "; nothing was saved", errors);
    }

    private static Problem.Error error(Fault fault) {
        String line = fault.place().line() > 0 ? "line " + fault.place().line() + ": " : "";
        return new Problem.Error(fault.place().pointer(), line + fault.detail());
    }
}
