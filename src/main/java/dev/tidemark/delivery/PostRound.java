package dev.tidemark.delivery;

import dev.tidemark.platform.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sends the postman on his rounds every few seconds, on a thread for each medium: a slow mail server delays no probe and no webhook. */
@ApplicationScoped
public class PostRound {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Postman postman;
    private final Rounds rounds;

    protected PostRound() {
        this(null, null);
    }

    @Inject
    public PostRound(Postman postman, Rounds rounds) {
        this.postman = postman;
        this.rounds = rounds;
    }

    void begin(@Observes Startup startup) {
        for (Medium medium : Medium.values()) {
            rounds.every(PAUSE, "letters cannot be delivered now; tried again soon", () -> postman.deliverDue(medium));
        }
    }
}
