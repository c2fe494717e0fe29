package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores the notifications of a notice, and explains for each recipient why it was notified or not. */
record Notifier(Outbox outbox, Instant now) {

    /** Notifies of a problem; returns log entries. */
    List<LocalizedMessage> notifyProblem(Notice notice, ResolvedRecipients to) {
        List<LocalizedMessage> log = new ArrayList<>();
        to.unknown().forEach(group -> log.add(LocalizedMessage.of("notification.log.unknownGroup", group)));
        if (to.all().isEmpty()) {
            log.add(LocalizedMessage.of("notification.log.noRecipients"));
        }
        log.addAll(store(notice, to.all()));
        return log;
    }

    /**
     * Notifies of a recovery exactly those who were notified of the problem; returns log entries.
     *
     * @param known the current recipients, with their quiet hours
     */
    List<LocalizedMessage> notifyRecovery(Notice notice, ResolvedRecipients known) {
        List<LocalizedMessage> log = new ArrayList<>();
        outbox.removeHeld(notice.incident())
                .forEach(one -> log.add(
                        LocalizedMessage.of("notification.log.resolvedInQuietHours", RecipientDisplay.display(one))));
        Set<String> notified = outbox.recipientsOf(notice.incident());
        if (notified.isEmpty()) {
            log.add(LocalizedMessage.of("notification.log.recoveryNotNeeded"));
        }
        log.addAll(store(
                notice,
                notified.stream()
                        .map(one -> known.find(one).orElse(new ResolvedRecipient(one, Optional.empty(), true)))
                        .toList()));
        return log;
    }

    private List<LocalizedMessage> store(Notice notice, List<ResolvedRecipient> to) {
        List<LocalizedMessage> log = new ArrayList<>();
        List<String> notified = new ArrayList<>();
        for (ResolvedRecipient one : to) {
            String display = RecipientDisplay.display(one.address()).toString();
            Optional<Instant> quietUntil = one.quietUntil(now);
            if (!one.subscribed()) {
                log.add(LocalizedMessage.of("notification.log.unsubscribed", display));
            } else if (quietUntil.isPresent()) {
                outbox.hold(notice, one.address(), quietUntil.get());
                String group = one.group().map(ContactGroup::id).orElse("");
                log.add(LocalizedMessage.of(
                        "notification.log.held", display, UtcTimestamp.of(quietUntil.get()), group));
            } else {
                outbox.add(notice, List.of(one.address()));
                notified.add(display);
            }
        }
        if (!notified.isEmpty()) {
            notified.sort(null);
            log.add(
                    0,
                    LocalizedMessage.of(
                            "notification.log.sent", notice.kind().title(), LocalizedMessage.list(notified)));
        }
        return log;
    }
}
