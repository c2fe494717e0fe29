package dev.tidemark.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.measurement.Measurements;
import dev.tidemark.observation.RequestFact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    @Nested
    class GivenRequestsOfTwoPartiesAndTypes {
        private final Waterfall waterfall = new Waterfall(
                List.of(
                        request("https://shop.example/", "document", false, 0, 100, 5_000),
                        request("https://shop.example/b.js", "script", false, 120, 400, 30_000),
                        request("https://cdn.example/a.js?v=1", "script", true, 110, 900, 20_000),
                        request("https://cdn.example/c.png", "image", true, 130, 160, 90_000)),
                Measurements.none(),
                1_000);

        @Test
        void whenNothingIsChosen_thenTheyStandInTheOrderOfTheirStart() {
            assertThat(names(WaterfallChoice.ALL)).containsExactly("shop.example/", "a.js", "b.js", "c.png");
        }

        @Test
        void whenTheyAreSorted_thenWhatIsLargeStandsFirstAndTextByLetter() {
            assertThat(names(new WaterfallChoice("", "", "size"))).startsWith("c.png", "b.js");
            assertThat(names(new WaterfallChoice("", "", "time"))).startsWith("a.js", "b.js");
            assertThat(names(new WaterfallChoice("", "", "name"))).startsWith("a.js", "b.js");
        }

        @Test
        void whenTypeAndPartyAreChosen_thenBothMustBeSo() {
            assertThat(names(new WaterfallChoice("script", "third", ""))).containsExactly("a.js");
            assertThat(waterfall.count(new WaterfallChoice("", "first", ""))).isEqualTo(2);
        }

        @Test
        void whenTheChoiceIsNonsense_thenItIsAsGoodAsNone() {
            assertThat(names(new WaterfallChoice(null, "fifth", "colour"))).hasSize(4);
            assertThat(names(new WaterfallChoice("no-type", "", ""))).isEmpty();
        }

        @Test
        void whenBytesAreCounted_thenEachTypeKnowsItsParties() {
            Traffic.Row scripts = new Traffic(requests()).getRows().get(1);

            assertThat(scripts.own()).isEqualTo(30_000);
            assertThat(scripts.third()).isEqualTo(20_000);
            assertThat(new Traffic(requests()).getHosts().get(0))
                    .isEqualTo(new Traffic.Host("cdn.example", 2, 0, 110_000));
        }

        private List<String> names(WaterfallChoice choice) {
            return waterfall.rows(choice).stream().map(Waterfall.Row::name).toList();
        }

        private List<RequestFact> requests() {
            return waterfall.rows(WaterfallChoice.ALL).stream()
                    .map(Waterfall.Row::request)
                    .toList();
        }
    }

    private static RequestFact request(String url, String type, boolean third, double start, double end, long bytes) {
        return new RequestFact(
                url,
                "GET",
                type,
                200,
                "h2",
                third,
                false,
                "High",
                start,
                0,
                -1,
                -1,
                -1,
                0,
                end - start,
                0,
                end,
                bytes,
                bytes,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
