package dev.tidemark.web.api;

import static dev.tidemark.storage.run.HistoryFixture.measurements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.StepResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StepDocumentTest {

    @Nested
    class GivenARunOfAJourney {

        private final Measurements measured = measurements(
                "LCP", 900, "STEP:1:LCP", 900, "STEP:2:INP", 48, "STEP:2:DURATION", 700, "REPEAT:LCP", 300);
        private final List<AbsentMetric> absent = List.of(
                new AbsentMetric(Metric.of("STEP:2:LCP"), "no new page"), new AbsentMetric(Metric.INP, "nobody"));

        @Test
        void thenEachStepHasItsNameItsValuesAndItsReasons() {
            var steps = List.of(new StepResult("open /", 0, 1000), new StepResult("click #buy", 1000, 1700));

            assertThat(StepDocument.all(measured, absent, steps))
                    .containsExactly(
                            new StepDocument(1, "open /", Map.of("LCP", 900.0), Map.of()),
                            new StepDocument(
                                    2,
                                    "click #buy",
                                    Map.of("INP", 48.0, "DURATION", 700.0),
                                    Map.of("LCP", "no new page")));
        }

        @Test
        void thenTheRunsOwnValuesHaveNoStepsAmongThem() {
            assertThat(RunDocument.values(measured)).containsOnlyKeys("LCP", "REPEAT:LCP");
            assertThat(RunDocument.reasons(absent)).containsOnlyKeys("INP");
        }

        @Test
        void whenItsFactsAreGone_thenTheNumbersStay() {
            assertThat(StepDocument.all(measured, absent, List.of()))
                    .extracting(StepDocument::n)
                    .containsExactly(1, 2);
        }
    }

    @Nested
    class GivenARunOfAPage {

        @Test
        void thenThereAreNoSteps() {
            assertThat(StepDocument.all(measurements("LCP", 900), List.of(), List.of()))
                    .isNull();
        }
    }
}
