package dev.tidemark.history;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.NetworkShape;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.RunResult;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Slot;
import dev.tidemark.observation.Viewport;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A history over a fresh database, for the tests of any room, and the things that go in. */
public record HistoryFixture(TestDatabase database, TestPersistence persistence, RunHistory history)
        implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    public static final ProbeId SHOP = new ProbeId("shop-home");
    public static final Engine ENGINE = new Engine("Chromium 156.0.8078.79 headless-shell", "1.62.0", "0.1.0");
    public static final Profile DESKTOP = new Profile(
            "desktop", new Viewport(1350, 940, 1, false, false), NetworkShape.UNSHAPED, 1, Optional.empty());

    public static HistoryFixture fresh() throws SQLException {
        return over(TestDatabase.fresh());
    }

    /** Over a database that others use too, such as that of the running product. */
    public static HistoryFixture over(TestDatabase database) {
        TestPersistence persistence = TestPersistence.over(database);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new HistoryFixture(
                database, persistence, persistence.door(RunHistory.class, entities -> new RunHistory(entities, clock)));
    }

    @Override
    public void close() {
        persistence.close();
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
    public Run failed(Slot slot, OutcomeKind kind) {
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
                List.of(new Absence(Metric.INP, "no interaction")),
                PageFacts.none(),
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
