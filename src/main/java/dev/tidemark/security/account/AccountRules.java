package dev.tidemark.security.account;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How users and tokens may be called, and how a password has to be. Names stand in addresses, logs and mails, and no two may look
 * alike: so they are of few characters, and lower case.
 */
public final class AccountRules {

    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0," + (LONGEST_NAME - 1) + "}");

    private AccountRules() {}

    /** What is right; anything else is refused with a sentence that says how it has to be. */
    public static String name(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + LONGEST_NAME + " of: lower-case letters a to z, digits,"
                            + " and . _ - @ after the first; such as ci-shop or ada@shop.example");
        }
        return text;
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** As it is kept, of what somebody typed to sign in. */
    static String typed(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** What is right; anything else is refused with a sentence that does not repeat it. */
    public static String password(String text) {
        if (text.length() < SHORTEST_PASSWORD || text.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters, of any kind");
        }
        return text;
    }
}
