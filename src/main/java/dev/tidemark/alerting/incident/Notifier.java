package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a notice to those who are to have it, and says of each why or why not. */
record Notifier(Outbox outbox, Instant now) {

    /** Bad news. */
    List<String> tell(Notice notice, ResolvedRecipients to) {
        List<String> lines = new ArrayList<>();
        to.unknown()
                .forEach(list ->
                        lines.add("there is no recipient list \"" + list + "\"; the operators are told in its place"));
        if (to.all().isEmpty()) {
            lines.add("not told: notify names nobody");
        }
        lines.addAll(write(notice, to.all()));
        return lines;
    }

    /** Good news, for exactly those who had the bad ones. */
    List<String> recover(Notice notice, ResolvedRecipients known) {
        List<String> lines = new ArrayList<>();
        outbox.withdrawHeld(notice.incident())
                .forEach(one ->
                        lines.add("not told " + RecipientDisplay.shown(one) + ": it was over before the quiet hours ended"));
        Set<String> told = outbox.toldOf(notice.incident());
        if (told.isEmpty()) {
            lines.add("not told: nobody was told of it");
        }
        lines.addAll(write(
                notice,
                told.stream()
                        .map(one -> known.find(one).orElse(new ResolvedRecipient(one, Optional.empty(), true)))
                        .toList()));
        return lines;
    }

    private List<String> write(Notice notice, List<ResolvedRecipient> to) {
        List<String> lines = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (ResolvedRecipient one : to) {
            String shown = RecipientDisplay.shown(one.address());
            Optional<Instant> quiet = one.quietUntil(now);
            if (!one.subscribed()) {
                lines.add("not told " + shown + ": unsubscribed");
            } else if (quiet.isPresent()) {
                outbox.hold(notice, one.address(), quiet.get());
                lines.add("held for " + shown + " until " + quiet.get() + ": quiet hours of list \""
                        + one.list().map(ContactGroup::id).orElse("") + "\"");
            } else {
                outbox.post(notice, List.of(one.address()));
                told.add(shown);
            }
        }
        if (!told.isEmpty()) {
            told.sort(null);
            lines.add(0, "told " + notice.tone().label() + ": " + String.join(", ", told));
        }
        return lines;
    }
}
