package dev.tidemark.reporting.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.diff.PageDetailsBuilder;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadTimelineTest {

    private final Measurements measured = Measurements.none().and(new Measurement(Metric.LCP, 100));

    @Nested
    class GivenAShiftAfterEverythingElse {
        @Test
        void whenItHasAFlag_thenTheAxisIncludesIt() {
            LoadTimeline axis = new LoadTimeline(
                    measured, PageDetailsBuilder.page().shift("#bar", 0.02).facts());

            double shifted = axis.facts().shifts().get(0).atMillis();
            assertThat(shifted).isGreaterThan(100);
            assertThat(axis.end()).isGreaterThan(shifted);
        }

        @Test
        void whenItIsTooSmallForAFlag_thenTheAxisEndsBefore() {
            LoadTimeline axis = new LoadTimeline(
                    measured, PageDetailsBuilder.page().shift("#bar", 0.0001).facts());

            assertThat(axis.end()).isLessThan(axis.facts().shifts().get(0).atMillis());
        }
    }
}
