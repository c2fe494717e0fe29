package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocking time of steps, of the run, and its long tasks come from one list of tasks. */
class StepTasksTest {

    private static final Metric LONGEST_TASK = Metric.of("LONGEST_TASK");

    private final PageObservation observation = new PageObservation();
    private final CollectorMessages page =
            new CollectorMessages(observation).hello().loads(100, 600, 900).paints(500);

    private static double value(StepTasks step, Metric metric) {
        return step.measurements().stream()
                .filter(one -> one.metric().equals(metric))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Nested
    class GivenHeartbeatsThatAreProcessedLate {

        @Test
        void whenAStepEndsBeforeTheyAre_thenItsTbtIsThatOfItsTasks() {
            page.works(600, 90).beats(1_000);
            StepTasks opening = observation.tasksOfOpening(6_200);
            StepTasks click = observation.tasksOfStep(6_200, 9_500);
            page.works(6_300, 80).beats(6_500).beats(9_500);

            observation.end(9_600);

            assertThat(value(opening, Metric.TBT)).isEqualTo(40);
            assertThat(value(opening, LONGEST_TASK)).isEqualTo(90);
            assertThat(value(click, Metric.TBT)).isEqualTo(30);
            assertThat(observation.result(9_600).longTasks()).hasSize(2);
        }

        @Test
        void whenTheObservationHasNotEnded_thenNoTaskIsInventedForTheRun() {
            page.beats(1_000);

            assertThat(observation
                            .result(6_200)
                            .measurements()
                            .find(Metric.TBT)
                            .orElseThrow()
                            .value())
                    .isZero();
        }
    }

    @Nested
    class GivenATaskThatEndsInALaterStep {

        private final StepTasks first = observation.tasksOfStep(2_000, 4_000);
        private final StepTasks second = observation.tasksOfStep(4_000, 9_000);

        @Test
        void whenItIsReported_thenEachStepHasItsShareAndTheSumIsItsBlockingTime() {
            page.works(3_000, 4_000);
            observation.end(9_000);

            assertThat(value(first, Metric.TBT)).isEqualTo(950);
            assertThat(value(second, Metric.TBT)).isEqualTo(3_000);
            assertThat(value(first, LONGEST_TASK)).isEqualTo(4_000);
        }

        @Test
        void whenItIsReportedAfterTheEnd_thenTheRunAndItsStepsKnowTheSameRunningTask() {
            page.beats(3_000);
            observation.end(9_000);
            page.works(3_010, 7_000).beats(10_010);

            assertThat(value(first, Metric.TBT) + value(second, Metric.TBT)).isEqualTo(5_950);
            assertThat(observation.result(9_000).longTasks())
                    .singleElement()
                    .satisfies(task -> assertThat(task.durationMillis()).isEqualTo(6_000));
            assertThat(observation
                            .result(9_000)
                            .measurements()
                            .find(LONGEST_TASK)
                            .orElseThrow()
                            .value())
                    .isEqualTo(6_000);
        }
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whenTasksAndStepsAreArbitrary_thenTheStepsAddUpToTheBlockingTimeOfTheTasks(long seed) {
        Random random = new Random(seed);
        double blocking = 0;
        double at = 1_000;
        for (int n = random.nextInt(12); n > 0; n--) {
            double length = 50 + random.nextInt(3_000);
            page.works(at, length);
            blocking += length - 50;
            at += length + random.nextInt(2_000);
        }
        List<StepTasks> steps = new ArrayList<>();
        double from = 1_000;
        while (from < at) {
            double until = from + 1 + random.nextInt(4_000);
            steps.add(observation.tasksOfStep(from, until));
            from = until;
        }
        observation.end(from);

        assertThat(steps.stream().mapToDouble(step -> value(step, Metric.TBT)).sum())
                .isCloseTo(blocking, within(1e-6));
        double most = blocking + 1e-6;
        assertThat(steps).allSatisfy(step -> assertThat(value(step, Metric.TBT)).isLessThanOrEqualTo(most));
        double listed = observation.result(from).longTasks().stream()
                .mapToDouble(task -> task.durationMillis() - 50)
                .sum();
        assertThat(listed).isCloseTo(blocking, within(1e-6));
        assertThat(value(observation.tasksOfOpening(from), Metric.TBT)).isLessThanOrEqualTo(most);
    }
}
