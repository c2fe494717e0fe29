package dev.tidemark.analysis.budget;

import static dev.tidemark.storage.run.HistoryFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.marker.DeployFixture;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunTicket;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Verdicts over a real history. */
class BudgetEvaluatorIT {

    /** A Tuesday noon. */
    private static final Instant NOW = HistoryFixture.NOW;

    private HistoryFixture fixture;

    @BeforeEach
    void begin() throws SQLException {
        fixture = HistoryFixture.fresh();
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private static Probe probe(String more, String budget) {
        String yaml =
                "id: shop-home\nurl: https://shop.example/\nevery: PT5M\n" + more + "\nbudgets: [{" + budget + "}]\n";
        return DefinitionReader.yaml("a.yaml", yaml, VariableSubstitution.NONE)
                .probes()
                .get(0);
    }

    private BudgetEvaluator judge(Limit... shared) {
        return new BudgetEvaluator(
                fixture.history(),
                fixture.series(),
                DeployFixture.markers(fixture.persistence()),
                any -> List.of(shared));
    }

    private Verdict judge(String budget, Run run) {
        return judge().evaluate(probe("", budget), run).get(0);
    }

    private Run lcp(Instant at, double value) {
        return fixture.recorded(HistoryFixture.slot(SHOP, at), "LCP", value);
    }

    private Instant weeksAgo(int weeks, int minutes) {
        return NOW.minus(Duration.ofDays(7L * weeks)).plus(Duration.ofMinutes(minutes));
    }

    @Nested
    class GivenFourWeeksOfTheSameHour {

        private static final String AT_MOST_TEN_PERCENT = "metric: LCP, maxIncrease: 10%, atLeast: 100 ms";

        @BeforeEach
        void record() {
            for (int week = 1; week <= 4; week++) {
                lcp(weeksAgo(week, 10), 2000);
                lcp(weeksAgo(week, -30), 9000);
                lcp(weeksAgo(week, 70), 9000);
            }
        }

        @Test
        void whenARunIsExactlyTenPercentSlower_thenItPasses() {
            assertThat(judge(AT_MOST_TEN_PERCENT, lcp(NOW, 2200)).kind()).isEqualTo(VerdictKind.PASS);
        }

        @Test
        void whenItIsSlowerThanThat_thenItFailsAndNamesTheComparedValues() {
            Verdict verdict = judge(AT_MOST_TEN_PERCENT, lcp(NOW, 2201));

            assertThat(verdict.kind()).isEqualTo(VerdictKind.FAIL);
            assertThat(verdict.threshold())
                    .hasValueSatisfying(bound -> assertThat(bound.value()).isEqualTo(2200));
            assertThat(verdict.calculation().toString())
                    .isEqualTo(
                            "1 of the last 1 run more than 10 % and 100 ms above the baseline: 2.201 s (baseline 2.00 s,"
                                    + " median of 4 runs at the same hour in the last 4 weeks; threshold 2.20 s)");
        }

        @Test
        void whenTheDifferenceIsBelowTheLeastAmount_thenItPasses() {
            assertThat(judge("metric: LCP, maxIncrease: 1%, atLeast: 100 ms", lcp(NOW, 2100))
                            .kind())
                    .isEqualTo(VerdictKind.PASS);
        }

        @Test
        void whenItIsAnotherHour_thenThereIsNoBaseline() {
            Verdict verdict = judge(AT_MOST_TEN_PERCENT, lcp(NOW.plus(Duration.ofHours(5)), 9000));

            assertThat(verdict.kind()).isEqualTo(VerdictKind.UNKNOWN);
            assertThat(verdict.calculation().toString())
                    .contains("no runs at the same hour in the last 4 weeks; at least 3 required");
        }
    }

    @Nested
    class GivenADeploy {

        private static final String SINCE = "metric: LCP, maxIncrease: 10%, against: deploy";

        @BeforeEach
        void record() {
            for (int hour = 2; hour < 8; hour++) {
                lcp(NOW.minus(Duration.ofHours(hour)), 1000);
            }
        }

        @Test
        void whenThereIsNone_thenItIsUnknown() {
            assertThat(judge(SINCE, lcp(NOW, 5000)).calculation().toString()).contains("no deploy is annotated");
        }

        @Test
        void whenItIsSlowerSince_thenItFails() {
            DeployFixture.deployed(fixture.persistence(), SHOP, NOW.minus(Duration.ofHours(1)));

            assertThat(judge(SINCE, lcp(NOW, 1100)).kind()).isEqualTo(VerdictKind.PASS);
            assertThat(judge(SINCE, lcp(NOW.plusSeconds(60), 1101))
                            .calculation()
                            .toString())
                    .contains(
                            "baseline 1.00 s, median of 6 runs in the 7 days before the deploy at 2026-03-10T11:00:00Z; threshold 1.10 s");
        }
    }

    @Nested
    class GivenRunsOfAllOutcomes {

        @BeforeEach
        void record() {
            lcp(NOW.minus(Duration.ofMinutes(50)), 1000);
            lcp(NOW.minus(Duration.ofMinutes(40)), 1000);
            fixture.failed(HistoryFixture.slot(SHOP, NOW.minus(Duration.ofMinutes(30))), OutcomeType.TIMEOUT);
            fixture.failed(HistoryFixture.slot(SHOP, NOW.minus(Duration.ofMinutes(20))), OutcomeType.BROWSER_CRASH);
            fixture.failed(HistoryFixture.slot(SHOP, NOW.minus(Duration.ofMinutes(15))), OutcomeType.BLOCKED_ADDRESS);
            fixture.started(HistoryFixture.slot(SHOP, NOW.minus(Duration.ofMinutes(10))));
        }

        @Test
        void whenTheyAreCounted_thenOnlyTheTargetsOwnFailuresCount() {
            Instant hourAgo = NOW.minus(Duration.ofHours(1));

            assertThat(fixture.series().tally(SHOP, LocationName.DEFAULT, new Interval(hourAgo, NOW)))
                    .isEqualTo(new OutcomeTally(3, 1, 2, java.util.Optional.of(NOW.minus(Duration.ofMinutes(50)))));
        }

        @Test
        void whenARunWasInMaintenance_thenItIsIgnored() {
            Slot slot = HistoryFixture.slot(SHOP, NOW.minus(Duration.ofMinutes(5)));
            RunTicket ticket = fixture.started(slot);
            fixture.history().flagMaintenance(ticket, "Patch day");
            fixture.history().end(ticket, OutcomeType.TIMEOUT, "", NOW);

            assertThat(fixture.series().tally(SHOP, LocationName.DEFAULT, Interval.before(NOW, Duration.ofHours(1))))
                    .isEqualTo(new OutcomeTally(3, 1, 3, java.util.Optional.of(NOW.minus(Duration.ofMinutes(50)))));
        }

        @Test
        void whenMissingDataIsEvaluated_thenATargetFailureIsAResultAndAMonitorFailureIsNot() {
            Probe probe = probe("", "noResultFor: PT30M");

            assertThat(judge().evaluate(probe, LocationName.DEFAULT, NOW))
                    .singleElement()
                    .satisfies(verdict -> assertThat(verdict.kind()).isEqualTo(VerdictKind.PASS));
            assertThat(judge().evaluate(probe, LocationName.DEFAULT, NOW.plusMillis(1)))
                    .singleElement()
                    .satisfies(verdict -> assertThat(verdict.kind()).isEqualTo(VerdictKind.FAIL));
        }
    }

    @Nested
    class GivenThreeLocations {

        private static final String TWO = "metric: LCP, max: 2500, locations: 2 of 3";

        private Run at(String location, double lcp) {
            return fixture.recorded(new Slot(SHOP, new LocationName(location), NOW), "LCP", lcp);
        }

        @Test
        void whenTwoAreSlow_thenItFailsAtEach() {
            Probe probe = probe("locations: [eu, us, asia]", TWO);
            Run fast = at("eu", 1000);
            Run slow = at("us", 3000);
            assertThat(judge().evaluate(probe, slow).get(0).kind()).isEqualTo(VerdictKind.UNKNOWN);

            at("asia", 3000);

            assertThat(judge().evaluate(probe, slow).get(0).kind()).isEqualTo(VerdictKind.FAIL);
            assertThat(judge().evaluate(probe, fast).get(0).kind()).isEqualTo(VerdictKind.FAIL);
        }

        @Test
        void whenALocationHasNoRecentRuns_thenItsVerdictIsUnknown() {
            Probe probe = probe("locations: [eu, us, asia]", TWO);
            fixture.recorded(new Slot(SHOP, new LocationName("asia"), NOW.minus(Duration.ofMinutes(16))), "LCP", 3000);
            at("eu", 1000);

            assertThat(judge().evaluate(probe, at("us", 3000)).get(0).kind()).isEqualTo(VerdictKind.UNKNOWN);
        }
    }

    @Nested
    class GivenALimitForAProfile {

        @Test
        void whenTheProbeHasAnother_thenItDoesNotHold() {
            assertThat(judge().limits(probe("profile: desktop", "metric: LCP, max: 1, profile: mobile")))
                    .isEmpty();
            assertThat(judge().limits(probe("profile: mobile", "metric: LCP, max: 1, profile: mobile")))
                    .hasSize(1);
        }
    }

    @Nested
    class GivenALimitByTag {

        @Test
        void whenARunIsEvaluated_thenItFollowsTheLimitsOfTheProbe() {
            Limit byTag = probe("", "metric: LCP, max: 1").budgets().get(0);

            List<Verdict> verdicts = judge(byTag).evaluate(probe("", "metric: LCP, max: 5000"), lcp(NOW, 1000));

            assertThat(verdicts).extracting(Verdict::kind).containsExactly(VerdictKind.PASS, VerdictKind.FAIL);
        }
    }
}
