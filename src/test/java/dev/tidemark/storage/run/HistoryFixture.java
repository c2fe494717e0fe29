package dev.tidemark.storage.run;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.it.TestPersistence;
import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.storage.timeseries.RunSeries;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run history in a fresh database, for tests of any package, and data for it. */
public record HistoryFixture(TestDatabase database, TestPersistence persistence, RunHistory history)
        implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    public static final ProbeId SHOP = new ProbeId("shop-home");
    public static final Engine ENGINE = new Engine("Chromium 156.0.8078.79 headless-shell", "1.62.0", "0.1.0");
    public static final Profile DESKTOP = new Profile(
            "desktop", new Viewport(1350, 940, 1, false, false), NetworkConditions.UNTHROTTLED, 1, Optional.empty());

    public static HistoryFixture fresh() throws SQLException {
        return over(TestDatabase.fresh());
    }

    /** Uses a shared database, such as that of the running server. */
    public static HistoryFixture over(TestDatabase database) {
        TestPersistence persistence = TestPersistence.over(database);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new HistoryFixture(
                database, persistence, persistence.bean(RunHistory.class, entities -> new RunHistory(entities, clock)));
    }

    /** Calls need a transaction of the test. */
    public static RunHistory history(TestEntities entities) {
        return new RunHistory(entities.manager(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    public void close() {
        persistence.close();
    }

    public RunSeries series() {
        return persistence.bean(RunSeries.class, RunSeries::new);
    }

    public static Slot slot(ProbeId probe, Instant plannedAt) {
        return new Slot(probe, LocationName.DEFAULT, plannedAt);
    }

    /** Claims, starts and records a run of one sample with these values ("LCP", 1800.0, "FCP", 700.0). */
    public Run recorded(Slot slot, Object... metricsAndValues) {
        RunTicket ticket = started(slot);
        return history.record(
                        ticket, result(good(metricsAndValues)), slot.plannedAt().plusSeconds(20))
                .orElseThrow();
    }

    /** Claims, starts and records a run that failed. */
    public Run failed(Slot slot, OutcomeType kind) {
        SampleResult sample =
                SampleResult.failed(slot.plannedAt(), Duration.ofSeconds(3), new Outcome(kind, "seen in a test"));
        return history.record(started(slot), result(sample), slot.plannedAt().plusSeconds(5))
                .orElseThrow();
    }

    public RunTicket started(Slot slot) {
        RunTicket ticket = history.claim(slot, false).orElseThrow();
        history.start(ticket, slot.plannedAt().plusSeconds(1));
        return ticket;
    }

    public static RunResult result(SampleResult... samples) {
        return RunResult.of(ENGINE, DESKTOP, 1_000, List.of(samples));
    }

    public static SampleResult good(Object... metricsAndValues) {
        return new SampleResult(
                NOW,
                Duration.ofSeconds(7),
                Outcome.ok(),
                Set.of(),
                measurements(metricsAndValues),
                List.of(new AbsentMetric(Metric.INP, "no interaction")),
                PageDetails.none(),
                List.of());
    }

    public static Measurements measurements(Object... metricsAndValues) {
        Measurements all = Measurements.none();
        for (int i = 0; i < metricsAndValues.length; i += 2) {
            double value = ((Number) metricsAndValues[i + 1]).doubleValue();
            all = all.and(new Measurement(Metric.of((String) metricsAndValues[i]), value));
        }
        return all;
    }
}
