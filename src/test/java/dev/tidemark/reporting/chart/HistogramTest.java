package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.platform.i18n.Messages;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Nested
    class GivenRunsOfWhichMostAreSlow {
        private final Histogram histogram = histogram(100, 2_000, 2_000, 2_000);

        @Test
        void whenItIsDrawn_thenALabelAtTheRightEndIsLeftOfItsLine() {
            assertThat(histogram.draw(Messages.ENGLISH))
                    .containsPattern("x=\"100%\" dx=\"-4\" y=\"26\" text-anchor=\"end\"[^>]*>p75 2.00 s<");
        }

        @Test
        void whenItIsDrawn_thenLabelsOnTheRightHalfExtendToTheLeft() {
            assertThat(anchors(histogram(0, 700, 1_000, 1_000).draw(Messages.ENGLISH)))
                    .as("an anchor for each quantile")
                    .isEqualTo("Median:end p75:end ");
            assertThat(anchors(histogram(0, 100, 100, 100, 1_000).draw(Messages.ENGLISH)))
                    .isEqualTo("Median:start p75:start ");
        }

        private String anchors(String svg) {
            Matcher words =
                    Pattern.compile("text-anchor=\"(\\w+)\"[^>]*>(Median|p75) ").matcher(svg);
            StringBuilder found = new StringBuilder();
            while (words.find()) {
                found.append(words.group(2)).append(':').append(words.group(1)).append(' ');
            }
            return found.toString();
        }
    }

    @Nested
    class GivenWeightedValues {
        private final Histogram histogram =
                new Histogram(Metric.LCP, new double[] {100, 100, 100, 900}, 400, value -> Optional.of(Rating.GOOD));

        @Test
        void whenItIsATable_thenItHasAllNonEmptyBins() {
            assertThat(histogram.bins()).hasSize(2);
            assertThat(histogram.bins().get(0).runs()).isEqualTo(300);
            assertThat(histogram.bins().get(0).low()).isLessThanOrEqualTo(100);
            assertThat(histogram.bins().get(0).high()).isGreaterThan(100);
            assertThat(histogram.bins().get(1).runs()).isEqualTo(100);
            assertThat(histogram(5).draw(Messages.ENGLISH)).contains(": 1 run<");
        }
    }

    @Nested
    class GivenAFile {
        @Test
        void whenItIsRequested_thenItHasItsOwnSizeAndCanBeConvertedToPng() {
            String file = histogram(100, 200, 300).file();

            assertThat(file).contains("viewBox=\"0 0 960 192\"");
            assertThat(new PngImage(file).png()).isNotEmpty();
        }

        @Test
        void whenThereAreNoRuns_thenATextStatesIt() {
            assertThat(histogram().file()).contains(">No runs in this range<");
        }
    }

    private static Histogram histogram(double... values) {
        return new Histogram(
                Metric.LCP, Arrays.copyOf(values, values.length), values.length, value -> Optional.of(Rating.GOOD));
    }
}
