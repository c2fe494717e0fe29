package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.node.Node;
import dev.tidemark.storage.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnattendedLocationsTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryHistory history = new InMemoryHistory();
    private final ManualClock clock = new ManualClock(START);

    /** The node of another location, {@code berlin}; the probe runs each minute at {@code default}. */
    private UnattendedLocations other(InMemoryNodes nodes) {
        return other(nodes, new InMemoryCatalog().with(InMemoryCatalog.probe("shop", true), START));
    }

    private UnattendedLocations other(InMemoryNodes nodes, InMemoryCatalog catalog) {
        LossReasons reasons = new LossReasons(history, nodes, new DatabaseOutages(), clock);
        return new UnattendedLocations(catalog, history, nodes, reasons, new ScheduleSettings("berlin"), clock);
    }

    private InMemoryNodes nodes(Instant lastSeen) {
        return new InMemoryNodes(clock)
                .with(new Node("web1-7", LocationName.DEFAULT, "1", START, lastSeen, Optional.empty()));
    }

    @Nested
    class GivenALocationWhoseNodeFailed {

        @Test
        void whenTwoPeriodsHavePassed_thenItsSlotIsMissedWithTheNodeAndTheTime() {
            UnattendedLocations first = other(nodes(START));
            UnattendedLocations second = other(nodes(START));
            clock.advance(Duration.ofMinutes(2));
            first.recordMissed();
            second.recordMissed();

            assertThat(history.all()).hasSize(1).first().satisfies(run -> {
                assertThat(run.outcome().orElseThrow().kind()).isEqualTo(OutcomeType.MISSED);
                assertThat(run.outcome().orElseThrow().detail())
                        .isEqualTo("no node of location default is running; the last one, web1-7, was last seen at"
                                + " 1 January 2026, 12:00:00 UTC");
            });
        }

        @Test
        void whenAProbeIsPaused_thenItsTriggerThereIsRemoved_andThatOfAnActiveOneIsNot() {
            InMemoryNodes nodes = nodes(START);
            InMemoryCatalog catalog = new InMemoryCatalog()
                    .with(InMemoryCatalog.probe("shop", true), START)
                    .with(InMemoryCatalog.probe("paused", false), START);
            clock.advance(Duration.ofMinutes(1));
            other(nodes, catalog).recordMissed();

            assertThat(nodes.kept()).isEqualTo(Map.of(LocationName.DEFAULT, Set.of(new ProbeId("shop"))));
        }

        @Test
        void whenItIsCheckedOften_thenEachSlotIsRecordedOnce() {
            UnattendedLocations one = other(nodes(START));
            for (int n = 0; n < 120; n++) {
                clock.advance(Duration.ofSeconds(10));
                one.recordMissed();
            }

            List<Run> runs = history.all();
            assertThat(runs)
                    .hasSize(19)
                    .extracting(run -> run.slot().plannedAt())
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class GivenALocationWithALivingNode {

        @Test
        void whenSlotsAreDue_thenTheyAreLeftToIt() {
            clock.advance(Duration.ofMinutes(10));
            other(nodes(clock.instant().minusSeconds(5))).recordMissed();

            assertThat(history.all()).isEmpty();
        }
    }

    @Nested
    class GivenALocationThatNeverHadANode {

        @Test
        void whenItsFirstNodeHadTimeToStart_thenItsSlotsAreMissed() {
            UnattendedLocations one = other(new InMemoryNodes(clock));
            clock.advance(Duration.ofMinutes(2));
            one.recordMissed();
            assertThat(history.all()).isEmpty();

            clock.advance(Duration.ofMinutes(3));
            one.recordMissed();
            assertThat(history.all()).hasSize(2).allMatch(run -> run.outcome()
                    .orElseThrow()
                    .detail()
                    .equals("no node of location default has ever been running"));
        }
    }
}
