package dev.tidemark.web.maillink;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/**
 * The content of the page behind a signed link.
 *
 * @param button the label of the button; empty when there is nothing to do
 * @param undo whether the button reverts the action
 * @param offersDuration whether the form asks for a duration
 */
public record MailLinkAnswer(
        LocalizedMessage title,
        LocalizedMessage text,
        Optional<LocalizedMessage> button,
        boolean undo,
        boolean offersDuration) {

    static final MailLinkAnswer INVALID_LINK = new MailLinkAnswer(
            LocalizedMessage.of("notification.invalidLink.title"),
            LocalizedMessage.of("notification.invalidLink.text"),
            Optional.empty(),
            false,
            false);

    static MailLinkAnswer subscribed(String address) {
        return new MailLinkAnswer(
                LocalizedMessage.of("notification.unsubscribe.title", address),
                LocalizedMessage.of("notification.unsubscribe.text"),
                Optional.of(LocalizedMessage.of("notification.unsubscribe.button")),
                false,
                false);
    }

    static MailLinkAnswer unsubscribed(String address) {
        return new MailLinkAnswer(
                LocalizedMessage.of("notification.unsubscribed.title", address),
                LocalizedMessage.of("notification.unsubscribed.text"),
                Optional.of(LocalizedMessage.of("notification.unsubscribed.button")),
                true,
                false);
    }

    static MailLinkAnswer acknowledge(Incident incident) {
        return new MailLinkAnswer(
                title(incident),
                LocalizedMessage.of("notification.acknowledge.text"),
                Optional.of(LocalizedMessage.of("notification.acknowledge.button")),
                false,
                true);
    }

    static MailLinkAnswer acknowledged(Incident incident) {
        return new MailLinkAnswer(
                title(incident), LocalizedMessage.of("notification.acknowledged.text"), Optional.empty(), false, false);
    }

    private static LocalizedMessage title(Incident incident) {
        return LocalizedMessage.of("notification.acknowledge.title", incident.probeName(), incident.headline());
    }
}
