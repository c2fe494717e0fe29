package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Rating;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BadgeTest {

    @Nested
    class GivenAValueOverBudget {
        @Test
        void whenItIsDrawn_thenTheDescriptionSaysSoAndTheColourIsThatOfAPoorValue() {
            String svg = new Badge(
                            "LCP",
                            LocalizedMessage.verbatim("2.15 s"),
                            LocalizedMessage.of("common.budget.over"),
                            Optional.of(Rating.POOR))
                    .draw();

            assertThat(svg).contains("aria-label=\"LCP: 2.15 s, over budget\"", "#ff6b6b");
        }
    }

    @Nested
    class GivenNoCurrentValue {
        @Test
        void whenItIsDrawn_thenItIsNeutral() {
            String svg = new Badge(
                            "LCP",
                            LocalizedMessage.of("chart.badge.noCurrentValue"),
                            LocalizedMessage.EMPTY,
                            Optional.empty())
                    .draw();

            assertThat(svg).contains("aria-label=\"LCP: no current value\"", "#7d8b94");
        }
    }
}
