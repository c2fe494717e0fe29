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

/** Has each digest written that is due, on a thread of its own. */
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
        rounds.every(PAUSE, "a digest cannot be written now; tried again soon", this::round);
    }

    /** One that cannot be written keeps no other waiting. */
    void round() {
        List<RuntimeException> troubles = new ArrayList<>();
        for (DigestSubscription order : audience.digestOrders()) {
            try {
                digests.writeDue(order);
            } catch (RuntimeException e) {
                troubles.add(new IllegalStateException("list \"" + order.list().id() + "\"", e));
            }
        }
        if (!troubles.isEmpty()) {
            throw troubles.get(0);
        }
    }
}
