package dev.tidemark.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
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
    private static final Absence NO_INP = new Absence(Metric.INP, "no interaction");

    private static SampleResult good(double lcp, double cls) {
        return new SampleResult(
                START,
                Duration.ofSeconds(6),
                Outcome.ok(),
                Set.of(),
                Measurements.of(List.of(new Measurement(Metric.LCP, lcp), new Measurement(Metric.CLS, cls))),
                List.of(NO_INP),
                PageFacts.none(),
                List.of());
    }

    private static SampleResult bad(OutcomeKind kind) {
        return SampleResult.failed(START, Duration.ofSeconds(1), new Outcome(kind, "of " + kind));
    }

    private static RunResult run(SampleResult... samples) {
        Profile profile = new Profile(
                "desktop", new Viewport(1350, 940, 1, false, false), NetworkShape.UNSHAPED, 1, Optional.empty());
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
        void thenWhatNoSampleHasIsAbsentWithItsReason() {
            assertThat(run.absent()).containsExactly(NO_INP);
        }
    }

    @Nested
    class GivenTwoGoodSamplesOfThree {

        private final RunResult run = run(bad(OutcomeKind.TIMEOUT), good(1000, 0), good(2000, 0));

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
            RunResult run = run(good(1000, 0), bad(OutcomeKind.DNS_FAILURE));

            assertThat(run.outcome()).isEqualTo(new Outcome(OutcomeKind.DNS_FAILURE, "of DNS_FAILURE"));
            assertThat(run.medians().isEmpty()).isTrue();
        }

        @Test
        void thenTheMostFrequentFailureNamesTheRun() {
            RunResult run = run(bad(OutcomeKind.TIMEOUT), bad(OutcomeKind.PAGE_CRASH), bad(OutcomeKind.PAGE_CRASH));

            assertThat(run.outcome().kind()).isEqualTo(OutcomeKind.PAGE_CRASH);
        }

        @Test
        void thenOfEquallyFrequentFailuresTheEarliestNamesTheRun() {
            RunResult run = run(bad(OutcomeKind.TIMEOUT), bad(OutcomeKind.PAGE_CRASH));

            assertThat(run.outcome().kind()).isEqualTo(OutcomeKind.TIMEOUT);
        }
    }

    @Nested
    class GivenNoSample {

        @Test
        void thenItIsOurFaultAndNothingIsRepresentative() {
            assertThat(run().outcome().fault()).isEqualTo(Fault.OURS);
            assertThat(run().representative()).isEmpty();
        }
    }

    @Nested
    class GivenEvidenceThatIsDearToMake {

        private final List<Integer> asked = new ArrayList<>();

        private RunResult keptOf(RunResult run, Set<Integer> withEvidence) {
            return run.withEvidenceOfOneSample(n -> {
                asked.add(n);
                return withEvidence.contains(n)
                        ? List.of(new Evidence(Evidence.Kind.HAR, 1, 0, "application/json", new byte[] {1}))
                        : List.of();
            });
        }

        @Test
        void thenOnlyThatOfTheRepresentativeSampleIsAskedForAndKept() {
            RunResult run = keptOf(run(good(1000, 0), good(3000, 0), good(1800, 0)), Set.of(0, 1, 2));

            assertThat(asked).containsExactly(2);
            assertThat(run.samples()).extracting(one -> one.evidence().size()).containsExactly(0, 0, 1);
        }

        @Test
        void whenNoSampleIsGood_thenTheFirstThatHasAnyIsKept() {
            RunResult run = keptOf(
                    run(bad(OutcomeKind.TIMEOUT), bad(OutcomeKind.TIMEOUT), bad(OutcomeKind.TIMEOUT)), Set.of(1, 2));

            assertThat(asked).containsExactly(0, 1);
            assertThat(run.samples()).extracting(one -> one.evidence().size()).containsExactly(0, 1, 0);
        }
    }
}
