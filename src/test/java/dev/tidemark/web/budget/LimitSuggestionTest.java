package dev.tidemark.web.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Severity;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LimitSuggestionTest {

    /** 1000, 1010, ... 2000: the p90 is 1900. */
    private static final double[] HUNDRED_AND_ONE =
            IntStream.rangeClosed(0, 100).mapToDouble(n -> 1000 + 10 * n).toArray();

    @Nested
    class GivenLoadsBetweenOneAndTwoSeconds {

        private final LimitSuggestion suggestion =
                LimitSuggestion.of(Metric.LCP, HUNDRED_AND_ONE, Thresholds.official(Metric.LCP, FormFactor.DESKTOP));

        @Test
        void whenALimitIsSuggested_thenItIsTheP90AndTenPercent() {
            assertThat(suggestion.p90()).isEqualTo(1900);
            assertThat(suggestion.limit().threshold()).isEqualTo(new Bound.Max(2090));
            assertThat(suggestion.limit().severity()).isEqualTo(Severity.WARNING);
            assertThat(suggestion.limit().scope().origin()).isEqualTo("suggested");
        }

        @Test
        void whenItIsShown_thenThePublishedThresholdsAreBesideIt() {
            assertThat(suggestion.limitText()).isEqualTo("≤ 2.09 s");
            assertThat(suggestion.thresholdsText()).hasToString("2.50 s good, 4.00 s poor");
        }
    }

    @Nested
    class GivenScores {

        @Test
        void whenALimitIsSuggested_thenItIsBelowTheP10() {
            double[] scores = IntStream.rangeClosed(0, 100)
                    .mapToDouble(n -> 0.8 + 0.001 * n)
                    .toArray();
            LimitSuggestion suggestion = LimitSuggestion.of(Metric.SCORE, scores, Optional.empty());

            assertThat(suggestion.limit().threshold()).isEqualTo(new Bound.Min(0.729));
        }
    }
}
