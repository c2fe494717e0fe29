package dev.tidemark.config.catalog;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
import java.util.List;

/** What a request brings: good probes, or a problem that names every fault. */
final class ProbeInput {

    private static final int UNREADABLE = 400;
    private static final int INVALID = 422;

    private ProbeInput() {}

    static List<Probe> probes(ParsedDefinitions read) {
        if (!read.isFaultless()) {
            throw new ProblemException(problem(read.faults()));
        }
        return read.probes();
    }

    static Probe probe(ParsedDefinitions read) {
        List<Probe> probes = probes(read);
        if (probes.size() != 1) {
            throw new ProblemException(
                    INVALID, "The body has " + probes.size() + " probes; send one, or use POST /api/v1/apply for more");
        }
        return probes.get(0);
    }

    /** The probe, when all its secrets are known. */
    static Probe whole(Probe probe) {
        if (SecretRestorer.isMasked(probe)) {
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

    private static Problem problem(List<ValidationError> faults) {
        boolean unreadable = faults.stream().anyMatch(fault -> fault.detail().startsWith("is no "));
        int status = unreadable ? UNREADABLE : INVALID;
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        List<Problem.Error> errors = faults.stream().map(ProbeInput::error).toList();
        return new Problem(status, "Invalid definition", count + "; nothing was saved", errors);
    }

    private static Problem.Error error(ValidationError fault) {
        String line = fault.place().line() > 0 ? "line " + fault.place().line() + ": " : "";
        return new Problem.Error(fault.place().pointer(), line + fault.detail());
    }
}
