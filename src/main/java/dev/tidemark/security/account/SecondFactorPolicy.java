package dev.tidemark.security.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which users must have a second factor. Users of an OpenID provider have theirs there, and API tokens have none. */
@ApplicationScoped
public class SecondFactorPolicy {

    private enum Required {
        NONE,
        ADMINS,
        ALL
    }

    private final Required required;
    private final SecondFactors factors;

    /** @param required {@code none}, {@code admins} or {@code all}: {@code TIDEMARK_REQUIRE_SECOND_FACTOR} */
    @Inject
    public SecondFactorPolicy(
            @ConfigProperty(name = "tidemark.require.second.factor", defaultValue = "none") String required,
            SecondFactors factors) {
        this.required = Required.valueOf(required.toUpperCase(Locale.ROOT));
        this.factors = factors;
    }

    /** Whether users with this role must have one. */
    public boolean applies(Role role) {
        return required == Required.ALL || required == Required.ADMINS && role == Role.OPERATOR;
    }

    /** Whether a user must set one up before anything else. */
    public boolean isMissing(String user, Role role) {
        return applies(role) && factors.isMissing(user);
    }
}
