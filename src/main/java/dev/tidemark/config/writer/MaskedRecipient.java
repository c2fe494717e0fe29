package dev.tidemark.config.writer;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the secret part of recipients. The path of a webhook is a secret with Slack and others; it is replaced by {@code ***}
 * and six hexadecimal digits, which identify the stored recipient when it is submitted again, such as {@code
 * slack+https://hooks.slack.com/***1f0c9a}.
 */
public final class MaskedRecipient {

    private static final Pattern WEBHOOK = Pattern.compile(
            "((?:slack\\+|teams\\+)?https?:[/\\\\]*)(?:[^/\\\\@]*@)?([^/\\\\?#@]+)(.*)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern MASKED = Pattern.compile(".*/\\*\\*\\*[0-9a-f]{6}");
    private static final int DIGITS = 6;

    private MaskedRecipient() {}

    public static String of(String member) {
        Matcher parts = WEBHOOK.matcher(member);
        if (!parts.matches()) {
            return member;
        }
        String bare = parts.group(1) + parts.group(2);
        boolean open = member.equals(bare) || member.equals(bare + "/");
        return open ? member : bare + "/***" + digits(member);
    }

    /**
     * The stored recipient for a masked one; the text itself when it is not masked.
     *
     * @throws InvalidValueException when the text is masked and matches no stored recipient
     */
    public static String restore(String text, List<String> stored) {
        if (!isMasked(text)) {
            return text;
        }
        return stored.stream()
                .filter(member -> of(member).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("validation.notify.masked", text));
    }

    static boolean isMasked(String text) {
        return MASKED.matcher(text).matches();
    }

    private static String digits(String member) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(member.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
