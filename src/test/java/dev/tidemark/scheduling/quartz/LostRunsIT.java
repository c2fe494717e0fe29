package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.spool.ResultSpool;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostRunsIT {

    private static final Instant CHANGED = HistoryFixture.NOW;

    private final ManualClock clock = new ManualClock(CHANGED);
    private HistoryFixture fixture;

    @TempDir
    private Path data;

    @BeforeEach
    void begin() throws SQLException {
        fixture = HistoryFixture.fresh();
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private LostRuns node() {
        InMemoryCatalog catalogue = new InMemoryCatalog().with(InMemoryCatalog.probe("shop", true), CHANGED);
        ScheduleSettings here = new ScheduleSettings("default");
        RunRequests requests = new RunRequests(fixture.history(), null, here, clock);
        TriggerSync triggers = new TriggerSync(catalogue, fixture.history(), requests, here, clock);
        DatabaseOutages outages = new DatabaseOutages();
        return new LostRuns(
                catalogue,
                fixture.history(),
                requests,
                triggers,
                new ActiveRuns(),
                new ResultSpool(data.toString()),
                new LossReasons(fixture.history(), new InMemoryNodes(), outages, clock),
                outages,
                clock);
    }

    @Nested
    class GivenTwoNodesThatWereDownForTenMinutes {

        @Test
        void whenBothStartAgain_thenEachPlannedSlotIsMissedOnce() throws Exception {
            clock.advance(Duration.ofMinutes(13));
            LostRuns first = node();
            LostRuns second = node();
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            List<Future<?>> both = List.of(nodes.submit(first::recordMissed), nodes.submit(second::recordMissed));
            for (Future<?> one : both) {
                one.get();
            }
            nodes.shutdown();

            List<Run> runs = fixture.history().last(new ProbeId("shop"), LocationName.DEFAULT, 50);
            assertThat(runs).hasSize(10).allSatisfy(run -> {
                assertThat(run.outcome().orElseThrow().kind()).isEqualTo(OutcomeType.MISSED);
                assertThat(run.outcome().orElseThrow().kind().fault()).isEqualTo(FaultOrigin.OURS);
                assertThat(run.outcome().orElseThrow().detail()).isEqualTo("Tidemark was not running");
            });
            assertThat(runs).extracting(run -> run.slot().plannedAt()).doesNotHaveDuplicates();
        }
    }
}
