package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** Ends a request with the given {@link Problem} as the response. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    public ProblemException(int status, LocalizedMessage detail) {
        this(Problem.of(status, detail));
    }

    public Problem problem() {
        return problem;
    }
}
