package dev.tidemark.delivery;

import dev.tidemark.platform.Schema;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the postman on his round every few seconds, on a thread of his own: a slow mail server delays no probe. */
@ApplicationScoped
public class PostRound {

    private static final Logger LOG = Logger.getLogger(PostRound.class.getName());
    private static final int SECONDS_BETWEEN = 3;

    private final Postman postman;
    private final Schema schema;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;
    private boolean troubled;

    protected PostRound() {
        this(null, null);
    }

    @Inject
    public PostRound(Postman postman, Schema schema) {
        this.postman = postman;
        this.schema = schema;
    }

    void begin(@Observes Startup startup) {
        rounds = executor.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        rounds.cancel(false);
    }

    /** A task that throws is never run again by the executor; the next round may meet a database that is back. */
    private void round() {
        try {
            if (schema.isCurrent()) {
                postman.deliverDue();
            }
            troubled = false;
        } catch (RuntimeException e) {
            LOG.log(
                    troubled ? Level.FINE : Level.WARNING,
                    e,
                    () -> "letters cannot be delivered now; tried again soon");
            troubled = true;
        }
    }
}
