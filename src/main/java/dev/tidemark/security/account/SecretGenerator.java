package dev.tidemark.security.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Generates passwords and tokens, and hashes tokens. */
public final class SecretGenerator {

    private static final int PASSWORD_BYTES = 15;
    private static final int TOKEN_BYTES = 32;

    private SecretGenerator() {}

    public static String password() {
        return random(PASSWORD_BYTES);
    }

    /** Starts with {@code tdm_}, so that secret scanners recognize it. */
    static String token() {
        return "tdm_" + random(TOKEN_BYTES);
    }

    /** SHA-256 in hexadecimal digits. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Java without SHA-256", missing);
        }
    }

    private static String random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
