package dev.tidemark.alerting.notification;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server that delivers to a recipient: notifications share its outages. Of a webhook its host and port; all e-mails go
 * through the one mail server.
 *
 * @param host of a webhook, in lower case; empty for the mail server
 */
public record DeliveryServer(ChannelType channel, String host) {

    /** The same in SQL. */
    static final String HOST = "COALESCE(lower(substring(l.recipient from '://([^/?#]*)')), '')";

    private static final Pattern AUTHORITY = Pattern.compile("://([^/?#]*)");

    public static DeliveryServer of(String recipient) {
        Matcher authority = AUTHORITY.matcher(recipient);
        return new DeliveryServer(
                ChannelType.of(recipient), authority.find() ? authority.group(1).toLowerCase(Locale.ROOT) : "");
    }
}
