package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StackedBarTest {

    @Nested
    class GivenPartsOfAWhole {
        private final StackedBar bar = new StackedBar(
                LocalizedMessage.verbatim("Where the time went"),
                List.of(
                        new StackedBar.BarSegment(LocalizedMessage.verbatim("Waiting"), 300, "300 ms", 1),
                        new StackedBar.BarSegment(LocalizedMessage.verbatim("Nothing"), 0, "0 ms", 2),
                        new StackedBar.BarSegment(LocalizedMessage.verbatim("Painting"), 100, "100 ms", 4)));

        @Test
        void whenTheyAreAFile_thenItHasASizeItsTitleAndTheirNamesWithValues() {
            assertThat(bar.file())
                    .contains("viewBox=\"0 0 960 68\"", ">Where the time went</text>")
                    .contains(">Waiting: 300 ms</text>", ">Nothing: 0 ms</text>", ">Painting: 100 ms</text>")
                    .contains("x=\"0%\" y=\"22\" width=\"75%\"", "x=\"75%\" y=\"22\" width=\"25%\"");
            assertThat(new PngImage(bar.file()).png()).isNotEmpty();
        }

        @Test
        void whenTheyAreOnAPage_thenThereIsOnlyTheBar() {
            assertThat(bar.draw(Messages.ENGLISH))
                    .contains("height=\"22\"", "x=\"75%\" y=\"0\"")
                    .doesNotContain("<text");
        }
    }
}
