package dev.tidemark.security.account;

import java.security.SecureRandom;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;

/** Codes for users who have lost their device: 80 random bits, so that a fast hash protects them. */
final class RecoveryCode {

    private static final int BYTES = 10;

    private RecoveryCode() {}

    /** As {@code abcd-efgh-ijkl-mnop}. */
    static String generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Base32().encodeAsString(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Of a code in any case, with or without hyphens. */
    static String hash(String code) {
        return SecretGenerator.hash(code.replace("-", "").toLowerCase(Locale.ROOT));
    }
}
