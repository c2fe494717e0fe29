package dev.tidemark.digest;

import dev.tidemark.audience.Audience;
import dev.tidemark.audience.DigestOrder;
import dev.tidemark.platform.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has each digest written that is due, on a thread of its own. */
@ApplicationScoped
public class DigestRound {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Audience audience;
    private final Digests digests;
    private final Rounds rounds;

    protected DigestRound() {
        this(null, null, null);
    }

    @Inject
    public DigestRound(Audience audience, Digests digests, Rounds rounds) {
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
        for (DigestOrder order : audience.digestOrders()) {
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
