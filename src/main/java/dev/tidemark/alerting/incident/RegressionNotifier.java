package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.analysis.changepoint.ChangePointListener;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notifies subscribed recipients of a change. During quiet hours the notification is held, since it stays relevant. */
@ApplicationScoped
public class RegressionNotifier implements ChangePointListener {
    private final Outbox outbox;
    private final RecipientResolver recipients;
    private final Markers markers;
    private final Clock clock;

    @Inject
    public RegressionNotifier(Outbox outbox, RecipientResolver recipients, Markers markers, Clock clock) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.markers = markers;
        this.clock = clock;
    }

    @Override
    public void onConfirmed(Probe probe, Run run, List<ChangePoint> changes) {
        Instant now = clock.instant();
        Notice notice = RegressionText.notice(probe, run, changes)
                .withDeploy(markers.recentDeploy(probe.id(), probe.tags(), now).map(Marker::title));
        recipients.resolve(probe.recipients()).all().stream()
                .filter(ResolvedRecipient::subscribed)
                .forEach(one -> send(notice, one, now));
    }

    private void send(Notice notice, ResolvedRecipient one, Instant now) {
        Optional<Instant> quiet = one.quietUntil(now);
        quiet.ifPresentOrElse(
                until -> outbox.hold(notice, one.address(), until), () -> outbox.add(notice, List.of(one.address())));
    }
}
