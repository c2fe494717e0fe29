package dev.tidemark.config.reader;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.regex.Pattern;

/** Validates tags and recipients. */
public final class LabelReader {

    private static final Pattern TAG = Pattern.compile("[^\\s,][^,\\n\\r]{0,49}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]{0,251}[\\p{L}\\p{N}])?");

    private static final Pattern WEBHOOK = Pattern.compile("(slack\\+|teams\\+)?https?://[^\\s/]+(/\\S{0,2000})?");

    private static final Pattern LIST = Pattern.compile("list:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private LabelReader() {}

    static String tag(String text) {
        if (!TAG.matcher(text).matches()) {
            throw new InvalidValueException("validation.tag.invalid", text);
        }
        return text.strip();
    }

    /** An e-mail address, a webhook URL, or {@code list:id} of a contact group. */
    public static String recipient(String text) {
        boolean mail = EMAIL.matcher(text).matches() && !text.contains("..");
        if (!mail && !WEBHOOK.matcher(text).matches() && !LIST.matcher(text).matches()) {
            throw new InvalidValueException("validation.notify.invalid", text);
        }
        return text;
    }
}
