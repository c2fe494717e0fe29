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

/** The part of the settings page that lists failed notifications and unsubscribed addresses. */
@Named
@RequestScoped
public class NotificationsPage {

    private final Outbox outbox;
    private final RecipientResolver recipients;

    @Inject
    public NotificationsPage(Outbox outbox, RecipientResolver recipients) {
        this.outbox = outbox;
        this.recipients = recipients;
    }

    /**
     * A notification whose delivery has failed finally.
     *
     * @param recipient masked where it contains a secret
     * @param error of the last attempt
     */
    public record FailedNotification(String id, LocalizedMessage recipient, String subject, String error) {}

    public List<FailedNotification> getFailed() {
        return outbox.undelivered().stream()
                .filter(notification -> notification.failedAt().isPresent())
                .map(NotificationsPage::failed)
                .toList();
    }

    private static FailedNotification failed(Notification notification) {
        return new FailedNotification(
                notification.id().toString(),
                RecipientDisplay.display(notification.recipient()),
                notification.notice().subject(),
                notification.lastError().orElse(""));
    }

    public List<String> getUnsubscribed() {
        return recipients.unsubscribed();
    }
}
