package dev.tidemark.alerting.notification;

import java.net.URI;

/** How recipients are shown: an address as it is; of a webhook only the host, since its path is a secret with Slack and others. */
public final class RecipientDisplay {

    private RecipientDisplay() {}

    public static String shown(String recipient) {
        return ChannelType.of(recipient) == ChannelType.MAIL ? recipient : "webhook at " + host(recipient);
    }

    /** By which way letters reach it, as people call it. */
    public static String channel(String recipient) {
        return switch (recipient.replaceFirst("(\\+https?|://).*", "")) {
            case "slack" -> "Slack";
            case "teams" -> "Teams";
            case "http", "https" -> "Webhook";
            default -> "E-mail";
        };
    }

    private static String host(String recipient) {
        try {
            return String.valueOf(URI.create(recipient).getHost());
        } catch (IllegalArgumentException e) {
            return "an address that cannot be read";
        }
    }
}
