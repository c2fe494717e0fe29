package dev.tidemark.members;

import dev.tidemark.document.Faults;
import dev.tidemark.platform.Problem;
import dev.tidemark.platform.ProblemException;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Supplier;

/** How these resources say no. */
final class Refusals {

    static final String OPERATOR = "operator";

    private static final int INVALID = 422;

    private Refusals() {}

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

    static Supplier<ProblemException> invalid(Faults faults) {
        return () -> new ProblemException(new Problem(
                INVALID,
                "Invalid input",
                "Each error names its place; nothing was changed",
                faults.all().stream()
                        .map(fault -> new Problem.Error(fault.place().pointer(), fault.detail()))
                        .toList()));
    }
}
