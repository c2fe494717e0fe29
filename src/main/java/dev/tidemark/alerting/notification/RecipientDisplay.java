package dev.tidemark.alerting.notification;

import dev.tidemark.model.probe.SecretReference;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;

/** Display forms of recipients. Of a webhook only the host is shown, because its path can be a secret, as with Slack. */
public final class RecipientDisplay {

    private RecipientDisplay() {}

    /** An e-mail address as it is; {@code webhook at hooks.slack.com}. */
    public static LocalizedMessage display(String recipient) {
        return ChannelType.of(recipient) == ChannelType.MAIL
                ? LocalizedMessage.verbatim(recipient)
                : webhook(recipient);
    }

    /** The name of the channel that delivers to it: {@code E-mail}, {@code Slack}. */
    public static LocalizedMessage channel(String recipient) {
        if (SecretReference.isWhole(recipient)) {
            return LocalizedMessage.of("notification.channel.webhook");
        }
        String channel =
                switch (recipient.replaceFirst("(\\+https?|://).*", "")) {
                    case "slack" -> "slack";
                    case "teams" -> "teams";
                    case "http", "https" -> "webhook";
                    default -> "mail";
                };
        return LocalizedMessage.of("notification.channel." + channel);
    }

    private static LocalizedMessage webhook(String recipient) {
        if (SecretReference.isWhole(recipient)) {
            return LocalizedMessage.verbatim(recipient);
        }
        return WebUrl.tryParse(recipient.replaceFirst("^(slack|teams)\\+", ""))
                .map(url -> LocalizedMessage.of("notification.recipient.webhook", url.host()))
                .orElseGet(() -> LocalizedMessage.of("notification.recipient.invalidWebhook"));
    }
}
