package dev.tidemark.reporting.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.RequestRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaterfallTableTest {

    @Nested
    class GivenRequestsOfTwoPartiesAndTypes {
        private final WaterfallTable waterfall = new WaterfallTable(
                List.of(
                        request("https://shop.example/", "document", false, 0, 100, 5_000),
                        request("https://shop.example/b.js", "script", false, 120, 400, 30_000),
                        request("https://cdn.example/a.js?v=1", "script", true, 110, 900, 20_000),
                        request("https://cdn.example/c.png", "image", true, 130, 160, 90_000)),
                Measurements.none(),
                1_000);

        @Test
        void whenNothingIsSelected_thenTheyAreSortedByStart() {
            assertThat(names(WaterfallFilter.ALL)).containsExactly("shop.example/", "a.js", "b.js", "c.png");
        }

        @Test
        void whenTheyAreSorted_thenNumbersAreDescendingAndTextsAlphabetical() {
            assertThat(names(new WaterfallFilter("", "", "size"))).startsWith("c.png", "b.js");
            assertThat(names(new WaterfallFilter("", "", "time"))).startsWith("a.js", "b.js");
            assertThat(names(new WaterfallFilter("", "", "name"))).startsWith("a.js", "b.js");
        }

        @Test
        void whenTypeAndPartyAreSelected_thenBothMustMatch() {
            assertThat(names(new WaterfallFilter("script", "third", ""))).containsExactly("a.js");
            assertThat(waterfall.count(new WaterfallFilter("", "first", ""))).isEqualTo(2);
        }

        @Test
        void whenTheSelectionIsInvalid_thenItIsIgnored() {
            assertThat(names(new WaterfallFilter(null, "fifth", "colour"))).hasSize(4);
            assertThat(names(new WaterfallFilter("no-type", "", ""))).isEmpty();
        }

        @Test
        void whenBytesAreCounted_thenEachTypeIsSplitByParty() {
            TransferBreakdown.TransferRow scripts =
                    new TransferBreakdown(requests()).getRows().get(1);

            assertThat(scripts.firstParty()).isEqualTo(30_000);
            assertThat(scripts.thirdParty()).isEqualTo(20_000);
            assertThat(new TransferBreakdown(requests()).getHosts().get(0))
                    .isEqualTo(new TransferBreakdown.Host("cdn.example", 2, 0, 110_000));
        }

        private List<String> names(WaterfallFilter choice) {
            return waterfall.rows(choice).stream()
                    .map(WaterfallTable.WaterfallRow::name)
                    .toList();
        }

        private List<RequestRecord> requests() {
            return waterfall.rows(WaterfallFilter.ALL).stream()
                    .map(WaterfallTable.WaterfallRow::request)
                    .toList();
        }
    }

    private static RequestRecord request(String url, String type, boolean third, double start, double end, long bytes) {
        return new RequestRecord(
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
