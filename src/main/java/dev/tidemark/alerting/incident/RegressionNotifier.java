package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes of a change to those who want letters; in their quiet hours the letter waits, for a lasting change is true afterwards too. */
public record RegressionNotifier(Outbox outbox, RecipientResolver audience, Markers markers, Instant now) {

    /** Of a probe; a deploy shortly before is told too. */
    public void tell(Probe probe, Notice notice) {
        Notice told =
                notice.after(markers.recentDeploy(probe.id(), probe.tags(), now).map(Marker::title));
        audience.resolve(probe.recipients()).all().stream()
                .filter(ResolvedRecipient::subscribed)
                .forEach(one -> tell(told, one));
    }

    private void tell(Notice notice, ResolvedRecipient one) {
        Optional<Instant> quiet = one.quietUntil(now);
        quiet.ifPresentOrElse(
                until -> outbox.hold(notice, one.address(), until), () -> outbox.post(notice, List.of(one.address())));
    }
}
