package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InteractionToNextPaintTest {

    private static InputEvent event(long interaction, String type, double start, double duration) {
        return new InputEvent(interaction, type, "#buy", start, duration, start + 4, start + duration - 8);
    }

    private static double inp(List<InputEvent> events, long counted) {
        return InteractionToNextPaint.of(events, counted).orElseThrow().millis();
    }

    private static List<InputEvent> interactions(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(n -> event(n, "click", n * 1_000, n * 8))
                .toList();
    }

    @Nested
    class GivenNoInteraction {

        @Test
        void whenItIsCalculated_thenThereIsNone() {
            assertThat(InteractionToNextPaint.of(List.of(), 0)).isEmpty();
        }
    }

    @Nested
    class GivenOneClickOfThreeEvents {

        private final List<InputEvent> click = List.of(
                new InputEvent(7, "pointerdown", "#buy", 1_000, 40, 1_002, 1_010),
                new InputEvent(7, "pointerup", "", 1_100, 200, 1_110, 1_120),
                new InputEvent(7, "click", "#buy", 1_100, 208, 1_120, 1_280));

        @Test
        void whenTheClickIsLongest_thenTheInteractionIsAsLong() {
            assertThat(inp(click, 1)).isEqualTo(208);
        }

        @Test
        void whenItIsBrokenDown_thenThePartsAddUp() {
            Interaction worst =
                    InteractionToNextPaint.of(click, 1).orElseThrow().worst();

            assertThat(worst).isEqualTo(new Interaction("click", "#buy", 20, 160, 28));
        }
    }

    @Nested
    class GivenManyInteractions {

        @Test
        void whenThereAre49_thenTheLongestCounts() {
            assertThat(inp(interactions(49), 49)).isEqualTo(49 * 8);
        }

        @Test
        void whenThereAre50_thenTheLongestIsLeftOut() {
            assertThat(inp(interactions(50), 50)).isEqualTo(49 * 8);
        }

        @Test
        void whenThereAre100_thenTwoAreLeftOut() {
            assertThat(inp(interactions(100), 100)).isEqualTo(98 * 8);
        }

        @Test
        void whenMostWereTooShortForAnEvent_thenTheBrowsersCountDecides() {
            assertThat(inp(interactions(10), 50)).isEqualTo(9 * 8);
        }

        @Test
        void whenMoreAreIgnoredThanWereReported_thenTheShortestCounts() {
            assertThat(inp(interactions(2), 500)).isEqualTo(8);
        }
    }

    @Nested
    class GivenHandlersThatRunBeyondThePaint {

        @Test
        void whenItIsBrokenDown_thenNoPartIsNegative() {
            List<InputEvent> events = new ArrayList<>();
            events.add(new InputEvent(1, "keydown", "#q", 100, 48, 120, 400));

            Interaction worst =
                    InteractionToNextPaint.of(events, 1).orElseThrow().worst();

            assertThat(worst).isEqualTo(new Interaction("keydown", "#q", 20, 28, 0));
        }
    }
}
