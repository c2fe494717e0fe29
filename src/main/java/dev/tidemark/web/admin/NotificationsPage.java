package dev.tidemark.web.admin;

import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Part of the settings: letters that were given up, a try of a channel, and who has unsubscribed. */
@Named
@RequestScoped
public class NotificationsPage {

    private final Outbox outbox;
    private final RecipientResolver audience;

    @Inject
    public NotificationsPage(Outbox outbox, RecipientResolver audience) {
        this.outbox = outbox;
        this.audience = audience;
    }

    /** A letter that was given up. */
    public record Dead(String id, LocalizedMessage to, String subject, String trouble) {}

    public List<Dead> getDead() {
        return outbox.unsent().stream()
                .filter(letter -> letter.deadAt().isPresent())
                .map(NotificationsPage::dead)
                .toList();
    }

    private static Dead dead(Notification letter) {
        return new Dead(
                letter.id().toString(),
                RecipientDisplay.shown(letter.recipient()),
                letter.notice().subject(),
                letter.trouble().orElse(""));
    }

    public List<String> getUnsubscribed() {
        return audience.unsubscribed();
    }
}
