package dev.tidemark.alert;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.platform.Schema;
import dev.tidemark.probe.Probe;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Once a minute: closes incidents of what nobody watches any more, and lets old entries of the log go. */
@ApplicationScoped
public class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
    private static final int SECONDS_BETWEEN = 60;

    private final ProbeCatalog catalog;
    private final Withdrawal withdrawal;
    private final Schema schema;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    protected Upkeep() {
        this(null, null, null);
    }

    @Inject
    Upkeep(ProbeCatalog catalog, Withdrawal withdrawal, Schema schema) {
        this.catalog = catalog;
        this.withdrawal = withdrawal;
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
                withdrawal.closeAllBut(watched());
                withdrawal.forgetOldEvaluations();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "incidents cannot be tidied up now; tried again soon");
        }
    }

    /** What is watched, as {@code probe@location}. */
    private Set<String> watched() {
        return catalog.all().stream()
                .map(CatalogEntry::probe)
                .filter(Probe::enabled)
                .flatMap(probe -> probe.locations().stream().map(place -> probe.id() + "@" + place))
                .collect(Collectors.toSet());
    }
}
