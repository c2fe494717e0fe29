package dev.tidemark.analysis.diff;

import static dev.tidemark.analysis.diff.PageDetailsBuilder.load;
import static dev.tidemark.analysis.diff.PageDetailsBuilder.loadOn;
import static dev.tidemark.analysis.diff.PageDetailsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.analysis.diff.RequestChange.RequestChangeType;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadDiffTest {

    private static final NoiseAssessment CLEAR = (metric, before, after) ->
            new NoiseAssessment.Significance(Certainty.SIGNIFICANT, LocalizedMessage.verbatim("said by a test"));
    private static final String HERO = "https://shop.example/hero.jpg";

    private static LoadDiff contrast(DiffSide before, DiffSide after) {
        return LoadDiff.of(before, after, CLEAR, Optional.empty());
    }

    private static LoadDiff explained(DiffSide before, DiffSide after, Metric metric) {
        return LoadDiff.of(before, after, CLEAR, Optional.of(metric));
    }

    private static List<RequestChange> changes(PageDetails before, PageDetails after) {
        return contrast(load(List.of(before)), load(List.of(after))).requests();
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
        void whenTheyAreNormalized_thenOnlyGeneratedPartsAreRemoved(String one, String other, boolean same) {
            assertThat(UrlPattern.of(one).equals(UrlPattern.of(other))).isEqualTo(same);
        }
    }

    @Nested
    class GivenRequests {

        private final PageDetails before = page().script("https://a.example/app.3f9c2b1e.js", false, 50_000, 80)
                .script("https://a.example/same.js", false, 10_000, 40)
                .script("https://a.example/slow.js", false, 10_000, 40)
                .script("https://a.example/style.css", false, 5_000, 30)
                .script("https://a.example/old.js", false, 9_000, 30)
                .script("https://a.example/fast.js", true, 9_000, 300)
                .facts();
        private final PageDetails after = page().script("https://a.example/app.9e8d7c6b.js", false, 90_000, 85)
                .script("https://a.example/same.js", false, 10_400, 60)
                .script("https://a.example/slow.js", false, 10_000, 190)
                .script("https://a.example/style.css", true, 5_000, 30)
                .script("https://www.googletagmanager.com/gtm.js", false, 7_000, 30)
                .script("https://a.example/fast.js", true, 9_000, 100)
                .facts();

        @Test
        void whenTheyAreAligned_thenEachChangeIsListedOnceAndUnchangedOnesAreOmitted() {
            assertThat(changes(before, after))
                    .extracting(RequestChange::kind)
                    .containsExactly(
                            RequestChangeType.NEWLY_BLOCKING,
                            RequestChangeType.NEW,
                            RequestChangeType.GONE,
                            RequestChangeType.GROWN,
                            RequestChangeType.SLOWER,
                            RequestChangeType.FASTER);
            assertThat(changes(before, after).get(3).bytesText()).isEqualTo("50.0 kB → 90.0 kB");
        }

        @Test
        void whenAThirdPartyIsNew_thenItIsNamedByItsOwner() {
            assertThat(contrast(load(List.of(before)), load(List.of(after))).thirdParties())
                    .singleElement()
                    .satisfies(party -> {
                        assertThat(party.owner()).isEqualTo("Google Tag Manager");
                        assertThat(party.hosts()).containsExactly("www.googletagmanager.com");
                        assertThat(party.requestsAfter()).isEqualTo(1);
                        assertThat(party.change()).hasToString("new");
                    });
        }

        @Test
        void whenTheBytesAreExplained_thenEachRequestHasItsShare() {
            LoadDiff contrast = explained(
                    load(List.of(before), "BYTES", 93_000), load(List.of(after), "BYTES", 131_400), Metric.BYTES);

            assertThat(contrast.causes())
                    .extracting(cause -> cause.text().toString())
                    .containsExactly(
                            "app.9e8d7c6b.js grew by 40.0 kB",
                            "gtm.js is new: 7.00 kB",
                            "In the opposite direction: old.js was removed: 9.00 kB");
            // 47.4 kB were added in total; a difference of 0.4 kB is too small to be reported.
            assertThat(contrast.causes()).extracting(Cause::shareText).containsExactly("84 %", "15 %", "");
        }
    }

    @Nested
    class GivenSeveralLoadsOfASide {

        @Test
        void whenOneOfThreeHasARequest_thenItIsNotNew() {
            PageDetails plain =
                    page().script("https://a.example/a.js", false, 9_000, 30).facts();
            PageDetails odd = page().script("https://a.example/a.js", false, 9_000, 30)
                    .script("https://a.example/b.js", false, 9_000, 30)
                    .facts();

            assertThat(contrast(load(List.of(plain)), load(List.of(odd, plain, plain)))
                            .requests())
                    .isEmpty();
            assertThat(contrast(load(List.of(plain)), load(List.of(odd, odd, plain)))
                            .requests())
                    .extracting(RequestChange::kind)
                    .containsExactly(RequestChangeType.NEW);
        }

        @Test
        void whenOneLoadIsSlow_thenTheMedianIsNot() {
            PageDetails usual =
                    page().script("https://a.example/a.js", false, 9_000, 30).facts();
            PageDetails spike =
                    page().script("https://a.example/a.js", false, 9_000, 900).facts();

            assertThat(contrast(load(List.of(usual)), load(List.of(spike, usual, usual)))
                            .requests())
                    .isEmpty();
        }
    }

    @Nested
    class GivenALaterServerAndALargerImage {

        private final DiffSide before = load(
                List.of(page().lcp("#hero", HERO, 200, 100, 300, 100)
                        .document("https://shop.example/", 50, 140)
                        .image(HERO, 80_000, 300)
                        .facts()),
                "LCP",
                700);
        private final DiffSide after = loadOn(
                800,
                List.of(page().lcp("#hero", HERO, 500, 90, 1_000, 100)
                        .document("https://shop.example/", 50, 440)
                        .image(HERO, 400_000, 1_000)
                        .facts()),
                "LCP",
                1_690);

        @Test
        void whenCausesAreRanked_thenTheLargestShareComesFirstAndConditionsLast() {
            List<Cause> causes = contrast(before, after).causes();

            assertThat(causes)
                    .extracting(cause -> cause.text().toString())
                    .containsExactly(
                            "The LCP image finished loading 700 ms later",
                            "The server responded 300 ms slower",
                            "The monitoring host was 20 % slower");
            assertThat(causes).extracting(Cause::shareText).containsExactly("70 %", "30 %", "");
            assertThat(causes.get(0).detail()).asString().contains("80.0 kB → 400 kB");
            assertThat(causes.get(1).detail()).asString().contains("140 ms → 440 ms");
        }

        @Test
        void whenTheOrderIsReversed_thenTheSameCausesMakeItFaster() {
            assertThat(contrast(after, before).causes().get(0))
                    .satisfies(cause ->
                            assertThat(cause.text()).hasToString("The LCP image finished loading 700 ms earlier"))
                    .satisfies(cause -> assertThat(cause.shareText()).isEqualTo("70 %"));
        }

        @Test
        void whenNoMetricIsSelected_thenLcpIsExplained() {
            assertThat(contrast(before, after).explained()).isEqualTo(Metric.LCP);
            assertThat(contrast(before, after).explainedDelta().rating()).isEqualTo("poor");
        }
    }

    @Nested
    class GivenAScriptWithMoreWork {

        @Test
        void whenTbtIsExplained_thenItHasItsShareAndItsOwner() {
            DiffSide before = load(
                    List.of(page().task("https://a.example/app.js", 300, 90).facts()), "TBT", 40);
            DiffSide after = load(
                    List.of(page().task("https://a.example/app.js", 300, 110)
                            .task("https://static.hotjar.com/c/hotjar.js", 600, 230)
                            .facts()),
                    "TBT",
                    240);

            List<Cause> causes = explained(before, after, Metric.TBT).causes();

            assertThat(causes)
                    .extracting(cause -> cause.text().toString())
                    .containsExactly(
                            "hotjar.js (Hotjar) blocked the main thread for 180 ms more",
                            "app.js blocked the main thread for 20 ms more");
            assertThat(causes).extracting(Cause::shareText).containsExactly("90 %", "10 %");
        }
    }

    @Nested
    class GivenAnotherElementThatShifts {

        private final DiffSide before = load(
                List.of(page().lcp("#hero", HERO, 1, 1, 1, 1)
                        .shift(".nav", 0.02)
                        .facts()),
                "CLS",
                0.02,
                "LCP",
                4);
        private final DiffSide after = load(
                List.of(page().lcp("#banner", HERO, 1, 1, 1, 1)
                        .shift(".nav", 0.02)
                        .shift(".ad_x8Fq2Lm9", 0.18)
                        .facts()),
                "CLS",
                0.2,
                "LCP",
                4);

        @Test
        void whenClsIsExplained_thenTheElementHasAllOfIt() {
            assertThat(explained(before, after, Metric.CLS).causes())
                    .singleElement()
                    .satisfies(cause -> {
                        assertThat(cause.text()).hasToString(".* shifts more, by 0.18");
                        assertThat(cause.shareText()).isEqualTo("100 %");
                    });
        }

        @Test
        void whenElementsAreCompared_thenTheLargestAndTheShiftedAreNamed() {
            assertThat(contrast(before, after).elements())
                    .containsExactly(
                            new ElementChange(LocalizedMessage.of("compare.elements.lcp"), "#hero", "#banner"),
                            new ElementChange(
                                    LocalizedMessage.of("compare.elements.shift", LocalizedMessage.verbatim(".*")),
                                    "–",
                                    "0.18"));
        }

        @Test
        void whenOnlyCausesWithoutAChangeAreRequested_thenThereAreNone() {
            assertThat(explained(before, before, Metric.CLS).causes()).isEmpty();
        }
    }

    @Nested
    class GivenTimesAtWhichAPageIsReady {

        private final DiffSide before = ready(
                page().lcp("#hero", HERO, 200, 0, 0, 0)
                        .document("https://shop.example/", 50, 150)
                        .image("https://shop.example/a.jpg", 9_000, 400)
                        .image("https://shop.example/late.jpg", 9_000, 5_000)
                        .task("https://a.example/app.js", 600, 100)
                        .interaction("click", "#buy", 20, 60, 40)
                        .facts(),
                new double[] {400, 700, 550, 120, 600, 50, 1});
        private final DiffSide after = ready(
                page().lcp("#hero", HERO, 300, 0, 0, 0)
                        .document("https://shop.example/", 50, 250)
                        .image("https://shop.example/b.jpg", 9_000, 800)
                        .task("https://a.example/app.js", 700, 100)
                        .task("https://widget.intercom.io/widget/a1.js", 1_200, 300)
                        .interaction("click", "#buy", 180, 100, 40)
                        .facts(),
                new double[] {500, 1_500, 970, 320, 900, 300, 0.86});

        /** @param moments FCP, TTI, LOAD, INP, SI, TBT, SCORE */
        private static DiffSide ready(PageDetails page, double[] moments) {
            return load(
                    List.of(page),
                    "LCP",
                    600,
                    "CLS",
                    0,
                    "FCP",
                    moments[0],
                    "TTI",
                    moments[1],
                    "LOAD",
                    moments[2],
                    "INP",
                    moments[3],
                    "SI",
                    moments[4],
                    "TBT",
                    moments[5],
                    "SCORE",
                    moments[6]);
        }

        @Test
        void whenTtiIsExplained_thenPaintAndWorkHaveTheirSharesAndTheLastTaskIsNamed() {
            List<Cause> causes = explained(before, after, Metric.TTI).causes();

            assertThat(causes)
                    .extracting(cause -> cause.text().toString())
                    .containsExactly(
                            "After the first paint, the main thread became idle 700 ms later",
                            "The server responded 100 ms slower");
            assertThat(causes).extracting(Cause::shareText).containsExactly("88 %", "13 %");
            assertThat(causes.get(0).detail()).hasToString("Last long task: app.js → a1.js.");
        }

        @Test
        void whenTheLoadEventIsExplained_thenTheLastFileBeforeItIsNamed() {
            List<Cause> causes = explained(before, after, Metric.LOAD).causes();

            assertThat(causes)
                    .extracting(cause -> cause.text().toString())
                    .containsExactly(
                            "The last resource before the load event finished loading 300 ms later",
                            "The server responded 100 ms slower",
                            "After that, the load event fired 20 ms later");
            assertThat(causes.get(0).detail()).hasToString("a.jpg → b.jpg.");
        }

        @Test
        void whenInpIsExplained_thenItsThreePartsHaveTheirShares() {
            List<Cause> causes = explained(before, after, Metric.INP).causes();

            assertThat(causes)
                    .extracting(cause -> cause.text().toString())
                    .containsExactly("Input delay: 160 ms more", "Event handlers: 40 ms more");
            assertThat(causes).extracting(Cause::shareText).containsExactly("80 %", "20 %");
            assertThat(causes.get(1).detail()).hasToString("Slowest interaction: click on #buy.");
        }

        @Test
        void whenTheScoreIsExplained_thenEachMetricHasItsPoints() {
            List<Cause> causes = explained(before, after, Metric.SCORE).causes();

            assertThat(causes.get(0).text()).asString().matches("TBT costs \\d+ points");
            assertThat(causes.get(0).detail()).asString().startsWith("Total Blocking Time: 50 ms → 300 ms.");
            assertThat(causes.get(0).share().orElse(0)).isBetween(0.8, 0.95);
        }

        @Test
        void whenTheSpeedIndexIsExplained_thenRelatedMetricsAreListedWithoutAShare() {
            List<Cause> causes = explained(before, after, Metric.SI).causes();

            assertThat(causes)
                    .extracting(cause -> cause.text().toString())
                    .containsExactly("The first paint came 100 ms later");
            assertThat(causes.get(0).shareText()).isEmpty();
            assertThat(causes.get(0).detail()).asString().contains("no share can be given");
        }

        @Test
        void whenASideLacksTheirParts_thenNoCauseIsNamed() {
            DiffSide bare = load(List.of(page().facts()), "INP", 90, "SCORE", 0.5);

            assertThat(explained(bare, after, Metric.INP).causes()).isEmpty();
            assertThat(explained(bare, after, Metric.SCORE).causes()).isEmpty();
        }
    }

    @Nested
    class GivenHosts {

        @ParameterizedTest
        @CsvSource({
            "www.google-analytics.com, Google Analytics",
            "region1.analytics.google.com, Google Analytics",
            "cdn.shop.co.uk, shop.co.uk",
            "a.b.shop.example, shop.example",
            "me.github.io, me.github.io",
            "d1.cloudfront.net, Amazon CloudFront",
            "127.0.0.1, 127.0.0.1",
            "notgoogle.com, notgoogle.com",
        })
        void whenTheOwnerIsQueried_thenItIsItsNameOrTheRegistrableDomain(String host, String owner) {
            assertThat(HostOwners.of(host)).isEqualTo(owner);
        }
    }

    @Nested
    class GivenNoPageDetails {

        @Test
        void whenTheyAreCompared_thenThereAreValuesButNoCauses() {
            LoadDiff contrast = contrast(load(List.of(), "LCP", 1_000), load(List.of(), "LCP", 2_000));

            assertThat(contrast.lcp().changeText()).isEqualTo("+1.00 s (+100 %)");
            assertThat(contrast.causes()).isEmpty();
        }

        @Test
        void whenOnlyOneSideHasThem_thenItsRequestsAndThirdPartiesAreNotNew() {
            PageDetails page = PageDetailsBuilder.page()
                    .document("https://shop.example/", 40, 100)
                    .script("https://widget.intercom.io/widget/a1.js", false, 90_000, 200)
                    .facts();

            for (LoadDiff contrast : List.of(
                    contrast(load(List.of(), "LCP", 1_000), load(List.of(page), "LCP", 2_000)),
                    contrast(load(List.of(page), "LCP", 1_000), load(List.of(), "LCP", 2_000)))) {
                assertThat(contrast.requests()).isEmpty();
                assertThat(contrast.thirdParties()).isEmpty();
                assertThat(contrast.elements()).isEmpty();
            }
        }
    }
}
