package dev.tidemark.change;

import dev.tidemark.audience.Addressee;
import dev.tidemark.audience.Addressees;
import dev.tidemark.delivery.Notice;
import dev.tidemark.delivery.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes of a change to those who want letters; in their quiet hours the letter waits, for a lasting change is true afterwards too. */
record ChangeTeller(Outbox outbox, Addressees to, Instant now) {

    void tell(Notice notice) {
        to.all().stream().filter(Addressee::subscribed).forEach(one -> tell(notice, one));
    }

    private void tell(Notice notice, Addressee one) {
        Optional<Instant> quiet = one.quietUntil(now);
        quiet.ifPresentOrElse(
                until -> outbox.hold(notice, one.address(), until), () -> outbox.post(notice, List.of(one.address())));
    }
}
