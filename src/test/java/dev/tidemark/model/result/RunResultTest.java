package dev.tidemark.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunResultTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final AbsentMetric NO_INP = new AbsentMetric(Metric.INP, "no interaction");

    private static SampleResult good(double lcp, double cls) {
        return new SampleResult(
                START,
                Duration.ofSeconds(6),
                Outcome.ok(),
                Set.of(),
                Measurements.of(List.of(new Measurement(Metric.LCP, lcp), new Measurement(Metric.CLS, cls))),
                List.of(NO_INP),
                PageDetails.none(),
                List.of());
    }

    private static SampleResult bad(OutcomeType kind) {
        return SampleResult.failed(START, Duration.ofSeconds(1), new Outcome(kind, "of " + kind));
    }

    private static RunResult run(SampleResult... samples) {
        Profile profile = new Profile(
                "desktop",
                new Viewport(1350, 940, 1, false, false),
                NetworkConditions.UNTHROTTLED,
                1,
                Optional.empty());
        return RunResult.of(
                new Engine("Chromium 1", "1", "1"),
                profile,
                0,
                Stream.of(samples).toList());
    }

    private static double value(RunResult run, Metric metric) {
        return run.medians().find(metric).orElseThrow().value();
    }

    @Nested
    class GivenThreeGoodSamples {

        private final RunResult run = run(good(1000, 0.3), good(3000, 0.1), good(1800, 0.2));

        @Test
        void thenEachMetricHasItsOwnMedian() {
            assertThat(value(run, Metric.LCP)).isEqualTo(1800);
            assertThat(value(run, Metric.CLS)).isEqualTo(0.2);
        }

        @Test
        void thenTheSampleNearestToTheMedianLcpIsRepresentative() {
            assertThat(run.representative()).hasValue(2);
        }

        @Test
        void thenMetricsOfNoSampleAreAbsentWithTheirReason() {
            assertThat(run.absent()).containsExactly(NO_INP);
        }
    }

    @Nested
    class GivenTwoGoodSamplesOfThree {

        private final RunResult run = run(bad(OutcomeType.TIMEOUT), good(1000, 0), good(2000, 0));

        @Test
        void thenTheRunIsOkAndTheMedianIsOverTheGoodOnes() {
            assertThat(run.outcome().isOk()).isTrue();
            assertThat(value(run, Metric.LCP)).isEqualTo(1500);
        }
    }

    @Nested
    class GivenHalfOfTheSamplesFailed {

        @Test
        void thenTheRunIsNotOkAndHasNoNumbers() {
            RunResult run = run(good(1000, 0), bad(OutcomeType.DNS_FAILURE));

            assertThat(run.outcome()).isEqualTo(new Outcome(OutcomeType.DNS_FAILURE, "of DNS_FAILURE"));
            assertThat(run.medians().isEmpty()).isTrue();
        }

        @Test
        void thenTheMostFrequentFailureNamesTheRun() {
            RunResult run = run(bad(OutcomeType.TIMEOUT), bad(OutcomeType.PAGE_CRASH), bad(OutcomeType.PAGE_CRASH));

            assertThat(run.outcome().kind()).isEqualTo(OutcomeType.PAGE_CRASH);
        }

        @Test
        void thenOfEquallyFrequentFailuresTheEarliestNamesTheRun() {
            RunResult run = run(bad(OutcomeType.TIMEOUT), bad(OutcomeType.PAGE_CRASH));

            assertThat(run.outcome().kind()).isEqualTo(OutcomeType.TIMEOUT);
        }
    }

    @Nested
    class GivenNoSample {

        @Test
        void thenItIsAMonitorFailureWithoutRepresentativeSample() {
            assertThat(run().outcome().fault()).isEqualTo(FaultOrigin.OURS);
            assertThat(run().representative()).isEmpty();
        }
    }

    @Nested
    class GivenExpensiveArtifacts {

        private final List<Integer> asked = new ArrayList<>();

        private RunResult keptOf(RunResult run, Set<Integer> withEvidence) {
            return run.withArtifactsOfOneSample(n -> {
                asked.add(n);
                return withEvidence.contains(n)
                        ? List.of(new Artifact(Artifact.ArtifactType.HAR, 1, 0, "application/json", new byte[] {1}))
                        : List.of();
            });
        }

        @Test
        void thenOnlyThatOfTheRepresentativeSampleIsCreated() {
            RunResult run = keptOf(run(good(1000, 0), good(3000, 0), good(1800, 0)), Set.of(0, 1, 2));

            assertThat(asked).containsExactly(2);
            assertThat(run.samples()).extracting(one -> one.artifacts().size()).containsExactly(0, 0, 1);
        }

        @Test
        void whenNoSampleIsGood_thenTheFirstThatHasAnyIsKept() {
            RunResult run = keptOf(
                    run(bad(OutcomeType.TIMEOUT), bad(OutcomeType.TIMEOUT), bad(OutcomeType.TIMEOUT)), Set.of(1, 2));

            assertThat(asked).containsExactly(0, 1);
            assertThat(run.samples()).extracting(one -> one.artifacts().size()).containsExactly(0, 1, 0);
        }
    }
}
