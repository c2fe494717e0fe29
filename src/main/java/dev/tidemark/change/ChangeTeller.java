package dev.tidemark.change;

import dev.tidemark.audience.Addressee;
import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.Notice;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.marker.Marker;
import dev.tidemark.marker.Markers;
import dev.tidemark.probe.Probe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes of a change to those who want letters; in their quiet hours the letter waits, for a lasting change is true afterwards too. */
record ChangeTeller(Outbox outbox, Audience audience, Markers markers, Instant now) {

    /** Of a probe; a deploy shortly before is told too. */
    void tell(Probe probe, Notice notice) {
        Notice told =
                notice.after(markers.recentDeploy(probe.id(), probe.tags(), now).map(Marker::title));
        audience.resolve(probe.recipients()).all().stream()
                .filter(Addressee::subscribed)
                .forEach(one -> tell(told, one));
    }

    private void tell(Notice notice, Addressee one) {
        Optional<Instant> quiet = one.quietUntil(now);
        quiet.ifPresentOrElse(
                until -> outbox.hold(notice, one.address(), until), () -> outbox.post(notice, List.of(one.address())));
    }
}
