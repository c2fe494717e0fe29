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

/** Notifies subscribed recipients of a change. During quiet hours the notification is held, since it stays relevant. */
public record RegressionNotifier(Outbox outbox, RecipientResolver audience, Markers markers, Instant now) {

    /** Notifies the recipients of a probe; the notice names a deploy shortly before. */
    public void send(Probe probe, Notice notice) {
        Notice withDeploy =
                notice.after(markers.recentDeploy(probe.id(), probe.tags(), now).map(Marker::title));
        audience.resolve(probe.recipients()).all().stream()
                .filter(ResolvedRecipient::subscribed)
                .forEach(one -> send(withDeploy, one));
    }

    private void send(Notice notice, ResolvedRecipient one) {
        Optional<Instant> quiet = one.quietUntil(now);
        quiet.ifPresentOrElse(
                until -> outbox.hold(notice, one.address(), until), () -> outbox.post(notice, List.of(one.address())));
    }
}
