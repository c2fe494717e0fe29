package dev.tidemark.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.contrast.RequestChange.Kind;
import dev.tidemark.history.HistoryFixture;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RequestFact;
import dev.tidemark.observation.SampleResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {

    private static RequestFact request(String url, boolean blocking, long bytes, double took) {
        return new RequestFact(
                url,
                "GET",
                "script",
                200,
                "h2",
                url.contains("tag.example"),
                blocking,
                "High",
                100,
                0,
                -1,
                -1,
                -1,
                0,
                took,
                0,
                100 + took,
                bytes,
                bytes,
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static PageFacts page(LcpElement lcp, RequestFact... requests) {
        return new PageFacts(
                "",
                "",
                Optional.of(lcp),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(requests),
                List.of(),
                List.of());
    }

    private static LcpElement lcp(String selector, double ttfb, double delay, double duration, double render) {
        return new LcpElement(selector, Optional.of("https://shop.example/hero.jpg"), 1, ttfb, delay, duration, render);
    }

    private static Load load(PageFacts page, double machine, double... lcpOfSamples) {
        double[] sorted = lcpOfSamples.clone();
        Arrays.sort(sorted);
        List<SampleResult> samples = Arrays.stream(lcpOfSamples)
                .mapToObj(value -> HistoryFixture.good("LCP", value))
                .toList();
        return new Load(
                HistoryFixture.measurements("LCP", sorted[sorted.length / 2]),
                samples,
                page,
                "Chromium 156",
                Optional.of(HistoryFixture.DESKTOP),
                machine);
    }

    @Nested
    class GivenAddresses {

        @ParameterizedTest
        @CsvSource({
            "https://a.example/app.3f9c2b1e.js, https://a.example/app.9e8d7c6b.js, true",
            "https://a.example/app-BxY7k2Qp.css, https://a.example/app-Zq91LmNo.css, true",
            "https://a.example/p/12345/x, https://a.example/p/99871/x, true",
            "https://a.example/0195d3a0-0000-7000-8000-000000000000, https://a.example/0195d3a0-ffff-7000-8000-00000000000a, true",
            "https://a.example/x?v=1&b=2, https://a.example/x?b=9&v=7, true",
            "https://a.example/v1/x, https://a.example/v2/x, false",
            "https://a.example/decade.js, https://a.example/facade.js, false",
            "https://a.example/x, https://b.example/x, false",
            "https://a.example/x?a=1, https://a.example/x?b=1, false",
        })
        void whenTheyAreFolded_thenOnlyWhatAMachineMadeIsForgotten(String one, String other, boolean same) {
            assertThat(AddressShape.of(one).equals(AddressShape.of(other))).isEqualTo(same);
        }
    }

    @Nested
    class GivenRequests {

        @Test
        void whenTheyAreAligned_thenEachChangeIsNamedOnceAndTheSameIsLeftOut() {
            List<RequestFact> before = List.of(
                    request("https://a.example/app.3f9c2b1e.js", false, 50_000, 80),
                    request("https://a.example/same.js", false, 10_000, 40),
                    request("https://a.example/slow.js", false, 10_000, 40),
                    request("https://a.example/style.css", false, 5_000, 30),
                    request("https://a.example/old.js", false, 9_000, 30));
            List<RequestFact> after = List.of(
                    request("https://a.example/app.9e8d7c6b.js", false, 90_000, 85),
                    request("https://a.example/same.js", false, 10_400, 60),
                    request("https://a.example/slow.js", false, 10_000, 190),
                    request("https://a.example/style.css", true, 5_000, 30),
                    request("https://tag.example/new.js", false, 7_000, 30));

            List<RequestChange> changes = RequestChanges.between(before, after);

            assertThat(changes)
                    .extracting(RequestChange::kind)
                    .containsExactly(Kind.NEWLY_BLOCKING, Kind.NEW, Kind.GONE, Kind.GROWN, Kind.SLOWER);
            assertThat(changes.get(3).addedBytes()).isEqualTo(40_000);
            assertThat(Party.between(before, after)).containsExactly(new Party("tag.example", 0, 1, 0, 7_000));
        }
    }

    @Nested
    class GivenSamples {

        private final PageFacts page = page(lcp("#hero", 100, 0, 0, 0));

        @Test
        void whenTheyLieApart_thenTheDifferenceIsBeyondNoiseAndSaysHowOftenThatHappens() {
            Delta delta = Delta.of(Metric.LCP, load(page, 1, 1000, 1100, 1200), load(page, 1, 1201, 1300, 1400));

            assertThat(delta.isBeyond()).isTrue();
            assertThat(delta.words()).contains("1 of 10");
            assertThat(delta.tone()).isEqualTo("poor");
        }

        @Test
        void whenTheyTouch_thenItIsWithin() {
            Delta delta = Delta.of(Metric.LCP, load(page, 1, 1000, 1100, 1200), load(page, 1, 1200, 1300, 1400));

            assertThat(delta.certainty()).isEqualTo(Delta.Certainty.WITHIN);
            assertThat(delta.tone()).isEqualTo("none");
        }

        @Test
        void whenThereIsOnlyOne_thenNothingIsKnown() {
            Delta delta = Delta.of(Metric.LCP, load(page, 1, 1000), load(page, 1, 5000, 5001));

            assertThat(delta.certainty()).isEqualTo(Delta.Certainty.UNKNOWN);
        }
    }

    @Nested
    class GivenASlowerImageAndALaterServer {

        private final Load before = load(page(lcp("#hero", 200, 100, 300, 100)), 1000, 700, 701);
        private final Load after = load(
                page(lcp("#hero", 500, 90, 1000, 110), request("https://shop.example/hero.jpg", false, 400_000, 1000)),
                800,
                1700,
                1701);

        @Test
        void whenCausesAreRanked_thenTheLargestShareComesFirstAndConditionsLast() {
            List<Cause> causes = Contrast.of(before, after).causes();

            assertThat(causes)
                    .extracting(Cause::text)
                    .containsExactly(
                            "The image was there 700 ms later",
                            "The server answered 300 ms later",
                            "Our own machine was 20 % slower");
            assertThat(causes).extracting(Cause::shareText).containsExactly("70 %", "30 %", "");
            assertThat(causes.get(0).detail()).contains("400 KB");
        }

        @Test
        void whenTheOrderIsTurned_thenTheSameCausesMakeItFaster() {
            assertThat(Contrast.of(after, before).causes().get(0))
                    .satisfies(cause -> assertThat(cause.text()).isEqualTo("The image was there 700 ms earlier"))
                    .satisfies(cause -> assertThat(cause.shareText()).isEqualTo("70 %"));
        }

        @Test
        void whenAnotherElementIsTheLargest_thenThatIsSaid() {
            Load other = load(page(lcp("h1", 200, 100, 300, 100)), 1000, 700, 701);
            assertThat(Contrast.of(before, other).causes())
                    .singleElement()
                    .satisfies(cause -> assertThat(cause.detail()).isEqualTo("#hero → h1"));
        }
    }
}
