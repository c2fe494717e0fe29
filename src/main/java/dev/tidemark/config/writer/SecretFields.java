package dev.tidemark.config.writer;

import java.util.regex.Pattern;

/** Decides which values of a definition are secret, and defines their mask. */
final class SecretFields {

    static final String MASK = "***";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "auth|token|secret|password|passwd|\\bpass\\b|\\bpin\\b|\\botp\\b|api-?key|session|cookie",
            Pattern.CASE_INSENSITIVE);

    private SecretFields() {}

    /** Whether the name (of a header, of an input field) indicates a secret value. */
    static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }
}
