package dev.tidemark.security.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes passwords with the server's PBKDF2, HMAC-SHA-256. A stored hash is {@code algorithm:iterations:salt:hash}, salt and
 * hash in Base64, so that the number of iterations can be raised without changing stored hashes. Up to schema version 90 the
 * same values were stored as {@code iterations$salt$hash}; migration V095 converted them, so that no user needs a new password.
 */
@ApplicationScoped
class PasswordHasher {

    /** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2 */
    private static final Map<String, String> PARAMETERS = Map.of("Pbkdf2PasswordHash.Iterations", "600000");

    private final Pbkdf2PasswordHash algorithm;
    private final String dummyHash;

    @Inject
    PasswordHasher(Pbkdf2PasswordHash algorithm) {
        algorithm.initialize(PARAMETERS);
        this.algorithm = algorithm;
        this.dummyHash = algorithm.generate(SecretGenerator.password().toCharArray());
    }

    /** @return salted, so a different hash for each call */
    String hash(String password) {
        return algorithm.generate(password.toCharArray());
    }

    /**
     * Verifies a password.
     *
     * @param stored the stored hash; empty when the user does not exist: the result is false after the same time as for an
     *     existing user
     */
    boolean matches(String password, Optional<String> stored) {
        return algorithm.verify(password.toCharArray(), stored.orElse(dummyHash)) && stored.isPresent();
    }
}
