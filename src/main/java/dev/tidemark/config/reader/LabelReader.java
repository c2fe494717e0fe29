package dev.tidemark.config.reader;

import dev.tidemark.model.probe.SecretReference;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.MailAddress;
import dev.tidemark.platform.url.WebUrl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validates tags and recipients. */
public final class LabelReader {

    private static final Pattern TAG = Pattern.compile("[^\\s,][^,\\n\\r]{0,49}");
    private static final Pattern WEBHOOK = Pattern.compile("(?i)(?:slack\\+|teams\\+)?(https?://[^\\s].*)");

    private static final Pattern HOST =
            Pattern.compile("\\[.*]|[0-9.]+|([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z]([a-z0-9-]*[a-z0-9])?\\.?");

    private static final Pattern LIST = Pattern.compile("list:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private static final Pattern BEFORE_PATH =
            Pattern.compile("(?s)(\\s*(?:[\\w+.-]+:)?[/\\\\]*)(?:[^/\\\\]*@(?=.*[/\\\\]))?([^/\\\\?#]*)(.*)");

    private LabelReader() {}

    static String tag(String text) {
        if (!TAG.matcher(text).matches()) {
            throw new InvalidValueException("validation.tag.invalid", text);
        }
        return text.strip();
    }

    private static WebUrl webhook(String url) {
        try {
            return WebUrl.parse(url);
        } catch (InvalidValueException invalid) {
            WebUrl.parse(withoutPath(url)); // names what is wrong with scheme, host or port
            throw new InvalidValueException(
                    LocalizedMessage.of("validation.notify.webhookPath", withoutPath(url)), invalid);
        }
    }

    /** For messages: path, query and password of a webhook can be secret. */
    private static String withoutPath(String text) {
        Matcher parts = BEFORE_PATH.matcher(text);
        return parts.matches() && !parts.group(3).isEmpty() ? parts.group(1) + parts.group(2) + "/***" : text;
    }

    /** Webhooks are sent by the JDK's client, which takes no host with an underscore or another symbol. */
    private static void requireHost(WebUrl webhook) {
        if (!HOST.matcher(webhook.host()).matches()) {
            throw new InvalidValueException("validation.notify.webhookHost", webhook.host());
        }
    }

    /** An e-mail address, a webhook URL or {@code secret:NAME} of one, or {@code list:id} of a contact group. */
    public static String recipient(String text) {
        Matcher webhook = WEBHOOK.matcher(text);
        if (webhook.matches()) {
            requireHost(webhook(webhook.group(1)));
        } else if (SecretReference.isWhole(text)) {
            return text;
        } else if (text.contains("@") && !text.contains(":")) {
            MailAddress.parse(text);
        } else if (!LIST.matcher(text).matches()) {
            throw new InvalidValueException("validation.notify.invalid", withoutPath(text));
        }
        return text;
    }
}
