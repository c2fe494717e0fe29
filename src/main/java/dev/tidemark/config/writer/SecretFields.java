package dev.tidemark.config.writer;

import java.util.regex.Pattern;

/** Which values of a definition are secret, and how they are masked. */
final class SecretFields {

    static final String MASK = "***";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "auth|token|secret|password|passwd|\\bpass\\b|\\bpin\\b|\\botp\\b|api-?key|session|cookie",
            Pattern.CASE_INSENSITIVE);

    private SecretFields() {}

    /** Whether a name (of a header, of a field that is filled) means that its value is secret. */
    static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }
}
