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

    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final RecipientResolver recipients;
    private final Digests digests;
    private final PeriodicTasks tasks;

    @Inject
    public DigestTask(RecipientResolver recipients, Digests digests, PeriodicTasks tasks) {
        this.recipients = recipients;
        this.digests = digests;
        this.tasks = tasks;
    }

    void onStartup(@Observes Startup startup) {
        tasks.schedule(INTERVAL, "a digest cannot be created now; retrying soon", this::createDue);
    }

    /** A failure does not affect other digests; the first one is thrown at the end. */
    void createDue() {
        List<RuntimeException> failures = new ArrayList<>();
        for (DigestSubscription subscription : recipients.digestSubscriptions()) {
            try {
                digests.createDue(subscription);
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException(
                        "contact group \"" + subscription.group().id() + "\"", e));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
