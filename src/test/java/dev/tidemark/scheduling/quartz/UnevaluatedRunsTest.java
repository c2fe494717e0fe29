package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunTicket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnevaluatedRunsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryCatalog catalogue = new InMemoryCatalog().with(InMemoryCatalog.probe("shop", true), NOW);
    private final List<RunId> told = new ArrayList<>();

    private RunId ended(Instant plannedAt) {
        Slot slot = new Slot(new ProbeId("shop"), LocationName.DEFAULT, plannedAt);
        RunTicket ticket = history.claim(slot, false).orElseThrow();
        return history.end(ticket, OutcomeType.DNS_FAILURE, "", plannedAt)
                .orElseThrow()
                .id();
    }

    private UnevaluatedRuns unjudged(RunId noted) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Pipeline pipeline = new Pipeline(null, null, null, null, null, null, null, null, null, null) {
            @Override
            void evaluate(Probe probe, Run run) {
                told.add(run.id());
            }
        };
        IncidentTracker book = new IncidentTracker(null, null, null, null, null, null) {
            @Override
            public List<RunId> unrecorded(List<RunId> runs) {
                return runs.stream().filter(run -> !run.equals(noted)).toList();
            }
        };
        return new UnevaluatedRuns(catalogue, history, book, pipeline, new ScheduleSettings("default"), clock);
    }

    @Nested
    class GivenANodeThatFailedAfterRecording {

        @Test
        void whenTheTaskRuns_thenItsUnevaluatedRunsAreEvaluatedInOrder() {
            RunId second = ended(NOW.minusSeconds(300));
            RunId noted = ended(NOW.minusSeconds(400));
            RunId first = ended(NOW.minusSeconds(500));
            ended(NOW.minusSeconds(59));

            unjudged(noted).evaluate();

            assertThat(told).containsExactly(first, second);
        }
    }
}
