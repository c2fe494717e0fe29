package dev.tidemark.security.account;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Rules for names of users and tokens. Names occur in URLs, logs and e-mails and must not be confusable, so
 * they are in lower case and limited to a few characters.
 */
public final class AccountRules {

    private static final int MAX_NAME_LENGTH = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0," + (MAX_NAME_LENGTH - 1) + "}");

    private AccountRules() {}

    /**
     * Requires a valid name.
     *
     * @throws InvalidValueException for any other text
     */
    public static String name(String text) {
        if (!isName(text)) {
            throw new InvalidValueException("validation.name.account", MAX_NAME_LENGTH);
        }
        return text;
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The stored form of a name as entered to sign in. */
    static String normalized(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
