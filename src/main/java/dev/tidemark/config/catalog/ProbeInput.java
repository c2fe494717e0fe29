package dev.tidemark.config.catalog;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/** Turns the parsed definitions of a request into probes, or into a problem that lists all errors. */
final class ProbeInput {

    private static final int UNREADABLE = 400;
    private static final int INVALID = 422;

    private ProbeInput() {}

    static List<Probe> probes(ParsedDefinitions read) {
        if (!read.isValid()) {
            throw new ProblemException(problem(read.errors()));
        }
        return read.probes();
    }

    static Probe probe(ParsedDefinitions read) {
        List<Probe> probes = probes(read);
        if (probes.size() != 1) {
            throw new ProblemException(INVALID, LocalizedMessage.of("problem.probe.notOne", probes.size()));
        }
        return probes.get(0);
    }

    /** The probe, if none of its secrets is masked. */
    static Probe requireUnmasked(Probe probe) {
        if (SecretRestorer.isMasked(probe)) {
            throw new ProblemException(INVALID, LocalizedMessage.of("problem.probe.masked", probe.id()));
        }
        return probe;
    }

    /** The probe, if every secret that it refers to exists. */
    static Probe requireSecrets(Probe probe, SecretStore secrets) {
        try {
            secrets.requireDefined(probe);
            return probe;
        } catch (InvalidValueException missing) {
            throw new ProblemException(INVALID, missing.localizedMessage());
        }
    }

    static ProbeId id(String slug) {
        if (!ProbeId.isValid(slug)) {
            throw new ProblemException(404, LocalizedMessage.of("problem.probe.notFound", slug));
        }
        return new ProbeId(slug);
    }

    private static Problem problem(List<ValidationError> found) {
        boolean unreadable = found.stream().anyMatch(ValidationError::isSyntax);
        int status = unreadable ? UNREADABLE : INVALID;

        List<Problem.Error> errors = found.stream().map(ProbeInput::error).toList();
        return new Problem(
                status,
                LocalizedMessage.of("problem.title.invalidDefinition"),
                LocalizedMessage.of("problem.errors.notSaved", found.size()),
                errors);
    }

    private static Problem.Error error(ValidationError error) {
        SourceLocation place = error.place();
        return new Problem.Error(
                place.pointer(),
                place.line() > 0
                        ? LocalizedMessage.of("problem.error.line", place.line(), error.detail())
                        : error.detail());
    }
}
