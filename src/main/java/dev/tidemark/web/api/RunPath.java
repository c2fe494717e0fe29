package dev.tidemark.web.api;

import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** Reads the run id in a request path; 404 if it is invalid. */
final class RunPath {
    private RunPath() {}

    static RunId parse(String text) {
        try {
            return RunId.parse(text);
        } catch (IllegalArgumentException e) {
            throw missing(text);
        }
    }

    static ProblemException missing(String text) {
        return new ProblemException(404, LocalizedMessage.of("problem.run.notFound", text));
    }
}
