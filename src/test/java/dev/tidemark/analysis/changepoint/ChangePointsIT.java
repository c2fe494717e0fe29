package dev.tidemark.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.RegressionNotifier;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.marker.DeployFixture;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangePointsIT {
    private final Random random = new Random(4);
    private final ManualClock clock = new ManualClock(HistoryFixture.NOW);
    private HistoryFixture fixture;
    private TestEntities entities;
    private TransactionalOutbox outbox;
    private RecipientResolver audience;
    private Probe probe = shop("a@shop.example");
    private ChangePoints changes;

    @BeforeEach
    void connect() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        fixture = HistoryFixture.over(database);
        entities = new TestEntities(database);
        outbox = new TransactionalOutbox(clock, entities);
        audience = RecipientFixture.over(clock, entities);
        changes = new ChangePoints(
                fixture.history(),
                fixture.series(),
                new SeriesBaselines(fixture.series()),
                new ChangePointStore(entities.manager()),
                new RegressionNotifier(outbox, audience, DeployFixture.over(entities), clock),
                clock);
        for (int i = 0; i < 90; i++) {
            clock.advance(Duration.ofMinutes(5));
            recorded(1, 1);
        }
    }

    @AfterEach
    void close() {
        entities.close();
        fixture.close();
    }

    private static Probe shop(String recipients) {
        String yaml = """
                id: shop-home
                name: "Shop, home page"
                url: https://shop.example/
                every: PT5M
                notify: [%s]
                """.formatted(recipients);
        return DefinitionReader.yaml("", yaml, VariableSubstitution.NONE)
                .probes()
                .get(0);
    }

    /** The next planned run of a page whose LCP and bytes are usually 2,000 ms and 900,000 B, times these factors. */
    private boolean run(double lcp, double bytes) {
        clock.advance(Duration.ofMinutes(5));
        return look(recorded(lcp, bytes));
    }

    /** An extra run that was requested, right after the last one. */
    private boolean extra(double lcp, double bytes) {
        return look(recorded(lcp, bytes));
    }

    private Run recorded(double lcp, double bytes) {
        double noise = Math.exp(0.03 * random.nextGaussian());
        return fixture.recorded(slot(), "LCP", 2_000 * lcp * noise, "BYTES", 900_000 * bytes);
    }

    private boolean look(Run run) {
        clock.advance(Duration.ofSeconds(10));
        return entities.inTransaction(() -> changes.evaluate(probe, run));
    }

    private Slot slot() {
        return HistoryFixture.slot(probe.id(), clock.instant());
    }

    /** Planned runs, each followed by all extra runs that are requested; returns the number of extra runs. */
    private int runs(int count, double lcp, double bytes) {
        int extra = 0;
        for (int i = 0; i < count; i++) {
            boolean wanted = run(lcp, bytes);
            while (wanted) {
                extra++;
                wanted = extra(lcp, bytes);
            }
        }
        return extra;
    }

    private List<Notification> letters() {
        return outbox.undelivered();
    }

    private List<ChangePoint> found() {
        return entities.inTransaction(() -> changes.of(probe.id(), new Interval(Instant.EPOCH, clock.instant()), 99));
    }

    @Nested
    class GivenAnUnchangedPage {
        @Test
        void whenItRunsOn_thenNobodyIsNotified() {
            runs(100, 1, 1);

            assertThat(letters()).isEmpty();
            assertThat(found()).isEmpty();
        }

        @Test
        void whenSingleRunsTakeTwiceAsLong_thenNobodyIsNotified() {
            for (int i = 0; i < 5; i++) {
                run(2, 1);
                runs(6, 1, 1);
            }

            assertThat(letters()).isEmpty();
        }
    }

    @Nested
    class GivenAPageThatGetsSlower {
        @Test
        void whenItStaysSlow_thenItIsConfirmedWithExtraRunsAndNotifiedOnce() {
            int extra = runs(30, 1.15, 1);

            assertThat(extra).isBetween(4, 40);
            assertThat(letters()).singleElement().satisfies(letter -> {
                assertThat(letter.notice().kind()).isEqualTo(NoticeKind.WORSE);
                assertThat(letter.notice().subject())
                        .matches(
                                "\\[regression] Shop, home page: LCP [12][.]\\d+ s → 2[.]\\d+ s \\([+]1\\d %\\) @ default");
                assertThat(letter.recipient()).isEqualTo("a@shop.example");
            });
            assertThat(found()).singleElement().satisfies(change -> {
                assertThat(change.metric()).isEqualTo(Metric.LCP);
                assertThat(change.isWorse()).isTrue();
                assertThat(change.low()).isPositive();
                assertThat(change.now() / change.before()).isBetween(1.1, 1.2);
                assertThat(Duration.between(change.beganAt(), change.confirmedAt()))
                        .isLessThan(Duration.ofMinutes(31));
            });
        }

        @Test
        void whenItsBytesGrowToo_thenBothShareANotification() {
            runs(30, 1.15, 1.1);

            assertThat(found()).extracting(ChangePoint::metric).containsExactlyInAnyOrder(Metric.LCP, Metric.BYTES);
            assertThat(letters()).hasSize(1);
        }

        @Test
        void whenItIsFixedAfterwards_thenThatIsNotifiedOnceAsWell() {
            runs(95, 1.15, 1);
            runs(30, 1, 1);

            assertThat(letters())
                    .extracting(letter -> letter.notice().kind())
                    .containsExactlyInAnyOrder(NoticeKind.WORSE, NoticeKind.BETTER);
        }

        @Test
        void whenItIsTheSameRunAgain_thenItIsNotProcessedTwice() {
            boolean wanted = false;
            while (!wanted) {
                wanted = run(1.15, 1);
            }
            clock.advance(Duration.ofSeconds(20));
            Run once = recorded(1.15, 1);

            for (int i = 0; i < 20; i++) {
                look(once);
            }

            assertThat(letters()).isEmpty();
        }
    }

    @Nested
    class GivenAListWithQuietHours {
        private static final String NIGHT =
                "{\"members\": [\"b@shop.example\"], \"quiet\": {\"start\": \"19:00\", \"length\": \"PT12H\"}}";

        @Test
        void whenThePageGetsSlowerInThem_thenItsMembersAreNotifiedAfterwardsAndOthersAtOnce() {
            entities.inTransaction(() -> audience.save(RecipientFixture.list("night", NIGHT), "a test"));
            probe = shop("a@shop.example, list:night");
            runs(30, 1.15, 1);

            assertThat(letters())
                    .hasSize(2)
                    .anySatisfy(letter -> {
                        assertThat(letter.recipient()).isEqualTo("b@shop.example");
                        assertThat(letter.nextAttemptAt()).isEqualTo("2026-03-11T07:00:00Z");
                    })
                    .anySatisfy(letter -> {
                        assertThat(letter.recipient()).isEqualTo("a@shop.example");
                        assertThat(letter.nextAttemptAt()).isBefore("2026-03-11T00:00:00Z");
                    });
        }
    }

    @Nested
    class GivenADeploy {
        @Test
        void whenThePageGetsSlowerSoonAfterwards_thenTheNotificationNamesIt() {
            Markers markers = DeployFixture.over(entities);
            entities.inTransaction(() -> markers.add(
                    DeployFixture.deploy(clock.instant(), Optional.of(probe.id()), Optional.empty(), "v1.4.2")));
            runs(30, 1.15, 1);

            assertThat(letters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.notice().deploy()).contains("v1.4.2"));
        }
    }

    @Nested
    class GivenASuspectedChange {
        @Test
        void whenRequestedRunsArePending_thenNoMoreAreRequested() {
            boolean wanted = false;
            Run last = null;
            while (!wanted) {
                clock.advance(Duration.ofMinutes(5));
                last = recorded(1.15, 1);
                wanted = look(last);
            }

            assertThat(look(last)).isFalse();
        }

        @Test
        void whenARunFails_thenItIsIgnored() {
            clock.advance(Duration.ofMinutes(5));

            assertThat(look(fixture.failed(slot(), OutcomeType.TIMEOUT))).isFalse();
        }
    }
}
