package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Supplier;

/** Problem responses of the account resources. */
final class AccountProblems {

    static final String OPERATOR = "operator";

    private AccountProblems() {}

    /** Checks the role again, in case the security filter misses a path. */
    static void requireOperator(SecurityContext caller) {
        if (!caller.isUserInRole(OPERATOR)) {
            throw forbidden();
        }
    }

    static ProblemException forbidden() {
        return new ProblemException(403, LocalizedMessage.of("problem.role.operatorOnly"));
    }

    static Supplier<ProblemException> invalid(ValidationErrors errors) {
        return () -> new ProblemException(errors.problem(LocalizedMessage.of("problem.title.invalidInput")));
    }
}
