package dev.tidemark.scheduling.quartz;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.PeriodicTasks;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Reports missing results (a dead man's switch). Every node monitors all locations, as the node of a silent location may be
 * down. The slot at the instant when a limit is exceeded can be claimed only once, so that exactly one node reports it.
 */
@ApplicationScoped
public class MissingDataMonitor {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration ONE_MILLI = Duration.ofMillis(1);
    private static final Logger LOG = Logger.getLogger(MissingDataMonitor.class.getName());

    private final PeriodicTasks tasks;
    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final RunSeries runSeries;
    private final BudgetEvaluator evaluator;
    private final IncidentTracker incidents;
    private final MaintenanceSchedule maintenance;
    private final Clock clock;

    @Inject
    public MissingDataMonitor(
            PeriodicTasks tasks,
            ProbeCatalog catalog,
            RunHistory history,
            RunSeries runSeries,
            BudgetEvaluator evaluator,
            IncidentTracker incidents,
            MaintenanceSchedule maintenance,
            Clock clock) {
        this.tasks = tasks;
        this.catalog = catalog;
        this.history = history;
        this.runSeries = runSeries;
        this.evaluator = evaluator;
        this.incidents = incidents;
        this.maintenance = maintenance;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        tasks.schedule(PAUSE, "Checking for missing results failed; retrying shortly", this::check);
    }

    void check() {
        catalog.all().stream().filter(entry -> entry.probe().enabled()).forEach(this::check);
    }

    private void check(CatalogEntry entry) {
        Probe probe = entry.probe();
        List<Duration> maxSilences = evaluator.limits(probe).stream()
                .filter(limit -> limit.metric().equals(Metric.SILENCE))
                .map(MissingDataMonitor::maxSilence)
                .toList();
        Instant now = clock.instant();
        if (maxSilences.isEmpty() || maintenance.isInMaintenance(probe.id(), probe.tags(), now)) {
            return;
        }
        for (LocationName location : probe.locations()) {
            Instant since = since(entry, location, now);
            maxSilences.stream()
                    .map(silence ->
                            new Slot(probe.id(), location, since.plus(silence).plus(ONE_MILLI)))
                    .filter(slot -> !slot.plannedAt().isAfter(now))
                    .forEach(slot -> reportMissing(probe, slot, since));
        }
    }

    /** The last result; before the first result, and after a change or a pause, the time of that change. */
    private Instant since(CatalogEntry entry, LocationName location, Instant now) {
        return runSeries
                .lastResult(entry.probe().id(), location, now)
                .filter(last -> last.isAfter(entry.changedAt()))
                .orElse(entry.changedAt())
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private void reportMissing(Probe probe, Slot slot, Instant since) {
        Optional<Run> run = history.find(slot)
                .filter(before -> before.state() == RunState.ENDED)
                .filter(before -> !incidents.unrecorded(List.of(before.id())).isEmpty())
                .or(() -> claimed(slot, since));
        run.ifPresent(noted -> incidents.track(probe, noted, evaluator.evaluate(probe, noted, since)));
    }

    private Optional<Run> claimed(Slot slot, Instant since) {
        String detail = LocalizedMessage.of("outcome.run.noResult", since).toString();
        Optional<Run> run = history.claim(slot, false)
                .flatMap(ticket -> history.end(ticket, OutcomeType.MISSED, detail, clock.instant()));
        run.ifPresent(one -> LOG.warning(() -> slot.probe() + " at " + slot.location() + ": " + detail));
        return run;
    }

    private static Duration maxSilence(Limit limit) {
        return Duration.ofMillis((long) limit.fixedThreshold().orElseThrow().value());
    }
}
