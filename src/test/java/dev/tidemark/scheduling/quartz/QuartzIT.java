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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
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
                LocationName.DEFAULT,
                database.dataSource(),
                new ManagedThreadPool(Executors.defaultThreadFactory(), 4));
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
            Cadence everySecond = new Cadence.Cron("* * * * * ?", ZoneOffset.UTC);
            node.scheduleJob(
                    JobBuilder.newJob(SlotJob.class)
                            .withIdentity(SlotJob.keyOf(new ProbeId(probe)))
                            .build(),
                    SlotTrigger.builder(everySecond, new ProbeId(probe), LocationName.DEFAULT, Instant.now())
                            .withIdentity(probe)
                            .build());
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

    @Nested
    class GivenAScheduleWithTriggersInError {

        @Test
        void whenANodeStarts_thenTheyAreRepaired() throws Exception {
            GivenACatalogue given = new GivenACatalogue();
            given.sync(node(), given.holding(InMemoryCatalog.probe("shop", true)));
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                statement.execute("UPDATE qrtz_triggers SET trigger_state = 'ERROR'");
            }
            Scheduler restarted = node();
            given.sync(restarted, given.holding(InMemoryCatalog.probe("shop", true)));

            assertThat(restarted.getTriggerState(given.key)).isEqualTo(Trigger.TriggerState.NORMAL);
        }
    }

    @Nested
    class GivenAStoredTrigger {

        private final ScheduleSettings here = new ScheduleSettings("default");
        private final TriggerKey key = new TriggerKey("shop", SlotJob.GROUP);
        private final ZoneId berlin = ZoneId.of("Europe/Berlin");

        private Instant now = Instant.parse("2027-10-30T23:50:00Z");

        private Trigger synced(Cadence cadence) throws SchedulerException {
            Scheduler node = node();
            sync(node, cadence);
            return node.getTrigger(key);
        }

        private void sync(Scheduler node, Cadence cadence) throws SchedulerException {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            InMemoryHistory history = new InMemoryHistory();
            RunRequests requests = new RunRequests(history, new SchedulerLifecycle(null, here), here, clock);
            InMemoryCatalog catalogue =
                    new InMemoryCatalog().with(InMemoryCatalog.probe("shop", true, cadence), Instant.now());
            new TriggerSync(catalogue, history, requests, here, clock).sync(node);
        }

        private void schedule(Scheduler node, Trigger trigger) throws SchedulerException {
            node.scheduleJob(
                    JobBuilder.newJob(SlotJob.class)
                            .withIdentity(SlotJob.keyOf(new ProbeId("shop")))
                            .build(),
                    trigger);
        }

        @Test
        void whenTheServerRestartsInTheNightOfTheClockChange_thenTheRepeatedHourIsPlanned() throws Exception {
            synced(new Cadence.Cron("0 */15 * * * ?", berlin));

            Trigger afterRestart = node().getTrigger(key);
            List<Instant> fireTimes = new ArrayList<>();
            for (Date next = afterRestart.getNextFireTime();
                    fireTimes.size() < 9;
                    next = afterRestart.getFireTimeAfter(next)) {
                fireTimes.add(next.toInstant());
            }
            assertThat(fireTimes)
                    .isEqualTo(Stream.iterate(Instant.parse("2027-10-31T00:00:00Z"), at -> at.plusSeconds(900))
                            .limit(9)
                            .toList());
        }

        @Test
        void whenTheTimeIsSkipped_thenTheNextFireTimeIsAfterTheGap() throws Exception {
            now = Instant.parse("2027-03-27T12:00:00Z");

            assertThat(synced(new Cadence.Cron("0 30 2 * * ?", berlin)).getNextFireTime())
                    .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        }

        @Test
        void whenItsOffsetWasOfAnEarlierVersion_thenSlotsBeforeTheChangeAreNotMissed() throws Exception {
            Cadence cadence = new Cadence.Every(Duration.ofMinutes(1));
            Scheduler node = node();
            schedule(
                    node,
                    SlotTrigger.builder(
                                    cadence,
                                    new ProbeId("another"),
                                    LocationName.DEFAULT,
                                    now.minus(Duration.ofDays(1)))
                            .withIdentity(key)
                            .build());
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            InMemoryHistory history = new InMemoryHistory();
            RunRequests requests = new RunRequests(history, new SchedulerLifecycle(null, here), here, clock);
            InMemoryCatalog catalogue = new InMemoryCatalog()
                    .with(InMemoryCatalog.probe("shop", true, cadence), now.minus(Duration.ofDays(1)));
            TriggerSync triggers = new TriggerSync(catalogue, history, requests, here, clock);
            triggers.sync(node);

            assertThat(triggers.scheduledSince(new ProbeId("shop"))).contains(now);
            assertThat(node.getTrigger(key).getStartTime().toInstant()).isAfter(now);
        }

        @Test
        void whenItIsOfAnEarlierVersion_thenItIsReplaced() throws Exception {
            Cadence.Cron cadence = new Cadence.Cron("0 */15 * * * ?", berlin);
            Scheduler node = node();
            schedule(
                    node,
                    TriggerBuilder.newTrigger()
                            .withIdentity(key)
                            .withDescription(cadence + "#1234")
                            .withSchedule(CronScheduleBuilder.cronSchedule("0 */15 * * * ?")
                                    .inTimeZone(TimeZone.getTimeZone(berlin)))
                            .build());
            sync(node, cadence);

            assertThat(node().getTrigger(key)).isInstanceOf(SlotTrigger.class);
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT trigger_type," + " (SELECT count(*) FROM qrtz_cron_triggers) FROM qrtz_triggers")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("SLOT");
                assertThat(rows.getInt(2)).isZero();
                assertThat(rows.next()).isFalse();
            }
        }

        @Test
        void whenTheExpressionIsVeryLong_thenItIsStored() throws Exception {
            String all = IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(","));

            assertThat(synced(new Cadence.Cron(all + " " + all + " * * * ?", berlin))
                            .getNextFireTime())
                    .isEqualTo(now.plusSeconds(1));
        }

        @Test
        void whenTheYearsOfTheExpressionAreOver_thenThereIsNoTriggerAndOtherProbesAreScheduled() throws Exception {
            Scheduler node = node();
            sync(node, new Cadence.Cron("0 0 12 * * ? 2020", berlin));

            assertThat(node.checkExists(key)).isFalse();
        }

        @Test
        void whenItIsLate_thenItIsSkippedUntilTheNextPlannedInstant() throws Exception {
            SlotTrigger trigger = SlotTrigger.builder(
                            new Cadence.Every(Duration.ofHours(1)), new ProbeId("shop"), LocationName.DEFAULT, now)
                    .build();
            trigger.computeFirstFireTime(null);
            trigger.setNextFireTime(new Date(0));
            Instant before = Instant.now();
            trigger.updateAfterMisfire(null);

            assertThat(trigger.getNextFireTime()).isAfter(before);
            assertThat(trigger.mayFireAgain()).isTrue();
        }
    }
}
