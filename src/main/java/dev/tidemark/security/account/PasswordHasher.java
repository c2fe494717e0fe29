package dev.tidemark.security.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes passwords with the server's PBKDF2, HMAC-SHA-256. A stored hash is {@code algorithm:iterations:salt:hash}, salt and hash
 * in Base64: the number of iterations can grow without a change to the hashes that are stored already. Up to version 90 of the
 * schema the same values stood there as {@code iterations$salt$hash}; migration V095 rewrote them, so that nobody needs a new password.
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

    /** @return salted: a different one each time */
    String hash(String password) {
        return algorithm.generate(password.toCharArray());
    }

    /**
     * Whether the password is the one that was hashed.
     *
     * @param stored empty when the user does not exist; the answer is no, and takes as long as for one who does
     */
    boolean matches(String password, Optional<String> stored) {
        return algorithm.verify(password.toCharArray(), stored.orElse(dummyHash)) && stored.isPresent();
    }
}
