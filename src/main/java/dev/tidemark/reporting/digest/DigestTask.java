package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.recipient.DigestSubscription;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Creates due digests periodically, on a separate thread. */
@ApplicationScoped
public class DigestTask {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final RecipientResolver audience;
    private final Digests digests;
    private final PeriodicTasks rounds;

    @Inject
    public DigestTask(RecipientResolver audience, Digests digests, PeriodicTasks rounds) {
        this.audience = audience;
        this.digests = digests;
        this.rounds = rounds;
    }

    void begin(@Observes Startup startup) {
        rounds.schedule(PAUSE, "a digest cannot be created now; retrying soon", this::round);
    }

    /** A failure does not affect other digests; the first one is thrown at the end. */
    void round() {
        List<RuntimeException> failures = new ArrayList<>();
        for (DigestSubscription order : audience.digestOrders()) {
            try {
                digests.writeDue(order);
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException(
                        "contact group \"" + order.list().id() + "\"", e));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
