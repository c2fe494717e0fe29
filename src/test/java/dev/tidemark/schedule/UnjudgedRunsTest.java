package dev.tidemark.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alert.IncidentBook;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunTicket;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;
import dev.tidemark.probe.Probe;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnjudgedRunsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final HistoryInMemory history = new HistoryInMemory();
    private final CatalogueInMemory catalogue =
            new CatalogueInMemory().with(CatalogueInMemory.probe("shop", true), NOW);
    private final List<RunId> told = new ArrayList<>();

    private RunId ended(Instant plannedAt) {
        Slot slot = new Slot(new ProbeId("shop"), LocationName.DEFAULT, plannedAt);
        RunTicket ticket = history.claim(slot, false).orElseThrow();
        return history.end(ticket, OutcomeKind.DNS_FAILURE, "", plannedAt)
                .orElseThrow()
                .id();
    }

    private UnjudgedRuns unjudged(RunId noted) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Pipeline pipeline = new Pipeline() {
            @Override
            void tell(Probe probe, Run run) {
                told.add(run.id());
            }
        };
        IncidentBook book = new IncidentBook() {
            @Override
            public List<RunId> notNoted(List<RunId> runs) {
                return runs.stream().filter(run -> !run.equals(noted)).toList();
            }
        };
        return new UnjudgedRuns(catalogue, history, book, pipeline, new ScheduleSettings("default"), clock);
    }

    @Nested
    class GivenANodeThatDiedAfterRecording {

        @Test
        void whenTheNextRoundComes_thenWhatItLeftIsJudgedInOrderAndNothingElse() {
            RunId second = ended(NOW.minusSeconds(300));
            RunId noted = ended(NOW.minusSeconds(400));
            RunId first = ended(NOW.minusSeconds(500));
            ended(NOW.minusSeconds(59));

            unjudged(noted).judge();

            assertThat(told).containsExactly(first, second);
        }
    }
}
