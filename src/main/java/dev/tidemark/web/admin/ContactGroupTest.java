package dev.tidemark.web.admin;

import dev.tidemark.alerting.delivery.DeliveryException;
import dev.tidemark.alerting.delivery.DeliveryWorker;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sends a test notification to each member of a contact group, while the viewer waits. */
record ContactGroupTest(RecipientResolver recipients, DeliveryWorker worker, Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The results, one line per member. */
    List<LocalizedMessage> send(String group) {
        if (recipients.find(group).isEmpty()) {
            return List.of(LocalizedMessage.of("contacts.test.unknownGroup", group));
        }
        Instant until = clock.instant().plus(PATIENCE);
        List<LocalizedMessage> lines = new ArrayList<>();
        for (ResolvedRecipient one : recipients
                .resolve(List.of(RecipientResolver.GROUP_PREFIX + group))
                .all()) {
            lines.add(LocalizedMessage.of(
                    "contacts.test.result", RecipientDisplay.display(one.address()), result(one, until)));
        }
        return lines.isEmpty() ? List.of(LocalizedMessage.of("contacts.test.noMembers", group)) : lines;
    }

    private LocalizedMessage result(ResolvedRecipient one, Instant until) {
        if (!one.subscribed()) {
            return LocalizedMessage.of("contacts.test.unsubscribed");
        }
        return clock.instant().isBefore(until)
                ? result(worker, one.address())
                : LocalizedMessage.of("contacts.test.timeout");
    }

    /** The result of a test notification. */
    static LocalizedMessage result(DeliveryWorker worker, String address) {
        try {
            return LocalizedMessage.of("settings.notifications.testDelivered", worker.test(address));
        } catch (DeliveryException e) {
            return LocalizedMessage.of("settings.notifications.testFailed", e.getMessage());
        }
    }
}
