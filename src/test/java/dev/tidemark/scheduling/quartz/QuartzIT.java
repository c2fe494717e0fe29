package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

class QuartzIT {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private TestDatabase database;

    @BeforeEach
    void startDatabase() throws SQLException {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    private Scheduler node() throws SchedulerException {
        return QuartzSchedulerFactory.scheduler(
                LocationName.DEFAULT, database.dataSource(), new ManagedThreadPool(executor, 4));
    }

    @Nested
    class GivenTwoNodesOfOneLocation {

        private final ConcurrentLinkedQueue<String> fired = new ConcurrentLinkedQueue<>();
        private final CountDownLatch enough = new CountDownLatch(30);

        @Test
        void whenProbesAreDue_thenEachPlannedSlotIsFiredExactlyOnce() throws Exception {
            Scheduler first = started();
            Scheduler second = started();
            for (String probe : List.of("a", "b", "c", "d", "e")) {
                schedule(first, probe);
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            first.shutdown(true);
            second.shutdown(true);

            assertThat(fired).doesNotHaveDuplicates();
        }

        private Scheduler started() throws SchedulerException {
            Scheduler node = node();
            node.setJobFactory(new QuartzJobFactory(Map.of(SlotJob.class, () -> (Job) this::remember)));
            node.start();
            return node;
        }

        private void remember(JobExecutionContext context) {
            fired.add(context.getJobDetail().getKey().getName()
                    + context.getScheduledFireTime().getTime());
            enough.countDown();
        }

        private void schedule(Scheduler node, String probe) throws SchedulerException {
            Timetable timetable = new Timetable(
                    new Cadence.Cron("* * * * * ?", java.time.ZoneOffset.UTC),
                    new ProbeId(probe),
                    LocationName.DEFAULT);
            node.scheduleJob(
                    JobBuilder.newJob(SlotJob.class)
                            .withIdentity(SlotJob.keyOf(new ProbeId(probe)))
                            .build(),
                    timetable.builder(Instant.now()).withIdentity(probe).build());
        }
    }

    @Nested
    class GivenACatalogue {

        private final InMemoryHistory history = new InMemoryHistory();
        private final ScheduleSettings here = new ScheduleSettings("default");
        private final TriggerKey key = new TriggerKey("shop", SlotJob.GROUP);

        private void sync(Scheduler node, InMemoryCatalog catalogue) throws SchedulerException {
            Clock clock = Clock.systemUTC();
            RunRequests requests = new RunRequests(history, new SchedulerLifecycle(null, here), here, clock);
            new TriggerSync(catalogue, history, requests, here, clock).sync(node);
        }

        private InMemoryCatalog holding(Probe probe) {
            return new InMemoryCatalog().with(probe, Instant.now());
        }

        @Test
        void whenAProbeIsNew_thenItHasATriggerAndItsFirstRunIsQueuedAtOnce() throws Exception {
            Scheduler node = node();
            sync(node, holding(InMemoryCatalog.probe("shop", true)));

            assertThat(node.checkExists(key)).isTrue();
            assertThat(history.all()).hasSize(1).allMatch(run -> run.requested());
        }

        @Test
        void whenTheSameIsSyncedAgain_thenNothingChanges() throws Exception {
            Scheduler node = node();
            InMemoryCatalog catalogue = holding(InMemoryCatalog.probe("shop", true));
            sync(node, catalogue);
            Trigger before = node.getTrigger(key);
            sync(node, catalogue);

            assertThat(node.getTrigger(key).getStartTime()).isEqualTo(before.getStartTime());
            assertThat(history.all()).hasSize(1);
        }

        @Test
        void whenAProbeIsPausedOrDeleted_thenItsTriggerIsRemoved() throws Exception {
            Scheduler node = node();
            sync(node, holding(InMemoryCatalog.probe("shop", true)));
            sync(node, holding(InMemoryCatalog.probe("shop", false)));
            assertThat(node.checkExists(new JobKey("shop", SlotJob.GROUP))).isFalse();
            sync(node, holding(InMemoryCatalog.probe("shop", true)));
            sync(node, new InMemoryCatalog());
            assertThat(node.checkExists(new JobKey("shop", SlotJob.GROUP))).isFalse();
        }

        @Test
        void whenATriggerIsStuck_thenItIsRenewed() throws Exception {
            Scheduler node = node();
            InMemoryCatalog catalogue = holding(InMemoryCatalog.probe("shop", true));
            sync(node, catalogue);
            long longAgo = Instant.now().minus(Duration.ofMinutes(4)).toEpochMilli();
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                statement.execute("UPDATE qrtz_triggers SET trigger_state = 'ACQUIRED', next_fire_time = " + longAgo);
            }
            sync(node, catalogue);

            assertThat(node.getTrigger(key).getNextFireTime()).isAfter(Instant.now());
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT trigger_state FROM qrtz_triggers")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("WAITING");
            }
        }
    }
}
