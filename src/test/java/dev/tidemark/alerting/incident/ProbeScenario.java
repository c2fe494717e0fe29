package dev.tidemark.alerting.incident;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A probe and its runs every five minutes, for tests. */
final class ProbeScenario {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    static final LocationName FRANKFURT = new LocationName("frankfurt");

    private ProbeScenario() {}

    static Probe probe(String slug, String... recipients) {
        String yaml = """
                id: %s
                name: "Shop, home page"
                url: https://shop.example/
                every: PT5M
                locations: [frankfurt]
                notify: [%s]
                """.formatted(slug, String.join(", ", recipients));
        return DefinitionReader.yaml("", yaml, VariableSubstitution.NONE)
                .probes()
                .get(0);
    }

    static Run ok(Probe probe, int number) {
        return run(probe, number, Outcome.ok());
    }

    static Run failed(Probe probe, int number, OutcomeType kind, String detail) {
        return run(probe, number, new Outcome(kind, detail));
    }

    /** The same run during a maintenance window. */
    static Run maintained(Run run, String window) {
        return new Run(
                run.id(),
                run.slot(),
                run.requested(),
                run.startedAt(),
                run.finishedAt(),
                run.state(),
                run.outcome(),
                run.attempt(),
                run.engine(),
                run.measurements(),
                run.absent(),
                run.representative(),
                Optional.of(window));
    }

    private static Run run(Probe probe, int number, Outcome outcome) {
        Instant plannedAt = START.plus(Duration.ofMinutes(5L * number));
        return new Run(
                RunId.newAt(plannedAt),
                new Slot(probe.id(), FRANKFURT, plannedAt),
                false,
                Optional.of(plannedAt),
                Optional.of(plannedAt.plusSeconds(20)),
                RunState.ENDED,
                Optional.of(outcome),
                1,
                Optional.empty(),
                Measurements.none(),
                List.of(),
                OptionalInt.empty());
    }
}
