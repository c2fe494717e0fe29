package dev.tidemark.config.writer;

import dev.tidemark.model.probe.SecretReference;
import dev.tidemark.model.probe.Step;
import java.util.regex.Pattern;

/** Decides which values of a definition are secret, and defines their mask. */
public final class SecretFields {

    static final String MASK = "***";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "auth|token|secret|passw|passphrase|kennwort|mot.de.passe|contrase|\\bpwd\\b|\\bpass\\b|\\bpin\\b|t?otp\\b|\\bcv[cv]\\b"
                    + "|api-?key|session|cookie",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SecretFields() {}

    /** Whether the name (of a header, of an input field) indicates a secret value. */
    public static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    /** Whether the value of a step is masked: it is marked as secret, or the selector indicates it. */
    static boolean isMasked(Step.Fill fill) {
        return fill.secret() || isSecret(fill.selector());
    }

    /** The mask of a value; a reference to a secret is not secret itself. */
    static String mask(String value) {
        return SecretReference.isWhole(value) ? value : MASK;
    }
}
