package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Supplier;

/** How these resources say no. */
final class AccountProblems {

    static final String OPERATOR = "operator";

    private static final int INVALID = 422;

    private AccountProblems() {}

    /** The guard has asked already; an address that it did not foresee gets no further than here. */
    static void unlessOperator(SecurityContext caller) {
        if (!caller.isUserInRole(OPERATOR)) {
            throw forbidden();
        }
    }

    static ProblemException forbidden() {
        return new ProblemException(
                403, "Only operators see and change users and tokens; everybody their own password");
    }

    static Supplier<ProblemException> invalid(ValidationErrors faults) {
        return () -> new ProblemException(new Problem(
                INVALID,
                "Invalid input",
                "Each error names its place; nothing was changed",
                faults.all().stream()
                        .map(fault -> new Problem.Error(fault.place().pointer(), fault.detail()))
                        .toList()));
    }
}
