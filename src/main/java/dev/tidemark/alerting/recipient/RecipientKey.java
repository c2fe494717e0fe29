package dev.tidemark.alerting.recipient;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.url.MailAddress;
import dev.tidemark.platform.url.WebUrl;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Recognizes two spellings of one recipient: a mailbox, or the URL of a webhook. */
public final class RecipientKey {

    /** A display name around an address, as in {@code TIDEMARK_OPERATORS}. */
    private static final Pattern NAME = Pattern.compile("^[^<]*<([^>]*)>$");

    private RecipientKey() {}

    /** Equal for spellings of one recipient. */
    public static String of(String recipient) {
        int scheme = recipient.toLowerCase(Locale.ROOT).indexOf("http");
        if (recipient.contains("://") && scheme >= 0) {
            String format = recipient.substring(0, scheme);
            return format
                    + WebUrl.tryParse(recipient.substring(scheme))
                            .map(WebUrl::href)
                            .orElse(recipient);
        }
        try {
            return MailAddress.parse(NAME.matcher(recipient).replaceFirst("$1")).mailbox();
        } catch (InvalidValueException noMailAddress) {
            return recipient;
        }
    }

    /** The first spelling of each recipient. */
    public static List<String> distinct(Collection<String> recipients) {
        Map<String, String> spellings = new LinkedHashMap<>();
        recipients.forEach(recipient -> spellings.putIfAbsent(of(recipient), recipient));
        return List.copyOf(spellings.values());
    }
}
