package dev.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LcpElement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A dozen fixture pages, compared with observers in the main world of the page during the same load. */
@Tag("browser")
class AccuracyIT {

    private static final List<String> PAGES = List.of(
            "override-now.html",
            "override-json.html",
            "override-promise.html",
            "override-observer.html",
            "clobbered-forms.html",
            "csp-strict.html",
            "cleared-entries.html",
            "removed-lcp.html",
            "hero-slow.html",
            "image-as-blob.html",
            "zipped-as-blob.html",
            "long-class.html",
            "growing-largest.html",
            "shift-two-sessions.html",
            "shift-in-cross-site-frame.html",
            "background-only.html",
            "task-clumps.html",
            "script-redirect.html",
            "click-slow-handler.html",
            "typing-long.html");

    private static Map<String, Comparison> loads;

    @BeforeAll
    static void load() throws IOException, InterruptedException {
        List<Fixture> fixtures = PAGES.stream().map(Fixture::of).toList();
        loads = ComparedLoads.compare(fixtures, ReferenceScript.ownObservers()).stream()
                .collect(Collectors.toMap(Comparison::page, Function.identity()));
    }

    private static Comparison at(String page) {
        return loads.get(page);
    }

    private static double value(String page, Metric metric) {
        return at(page).ours(metric).orElse(Double.NaN);
    }

    private static String element(String page) {
        return at(page).ours().lcp().map(LcpElement::selector).orElse("");
    }

    @Nested
    class GivenEveryPage {

        @Test
        void whenBothMeasureIt_thenTheyAgree() {
            assertThat(loads.values().stream().flatMap(one -> one.faults().stream()))
                    .isEmpty();
        }
    }

    @Nested
    class GivenPagesThatOverrideWhatACollectorNeeds {

        @Test
        void whenTheyAreLoaded_thenEveryMetricOfALoadIsThere() {
            Stream.of("override-now.html", "override-json.html", "override-promise.html", "override-observer.html")
                    .forEach(page -> assertThat(
                                    Stream.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.TBT, Metric.TTI))
                            .as(page)
                            .allMatch(metric -> at(page).ours(metric).isPresent()));
        }

        @Test
        void whenFormControlsHideProperties_thenTheElementIsFoundNevertheless() {
            assertThat(element("clobbered-forms.html")).isEqualTo("html>body>form.order");
        }

        @Test
        void whenTheElementIsRemovedLater_thenItStaysTheLargest() {
            assertThat(element("removed-lcp.html")).isEqualTo("#gone");
        }
    }

    @Nested
    class GivenAPolicyThatAllowsNoScript {

        @Test
        void whenItIsLoaded_thenTheLargestPaintIsItsImage() {
            assertThat(element("csp-strict.html")).isEqualTo("html>body>img");
        }
    }

    @Nested
    class GivenAShiftInAFrameOfAnotherSite {

        @Test
        void whenItIsLoaded_thenOnlyAllFramesCountIt() {
            assertThat(value("shift-in-cross-site-frame.html", Metric.CLS)).isZero();
            assertThat(value("shift-in-cross-site-frame.html", Metric.CLS_ALL_FRAMES))
                    .isBetween(0.01, 0.05);
        }
    }

    @Nested
    class GivenAPageWithOnlyABackground {

        @Test
        void whenItIsLoaded_thenObservationEndsAndNoMetricIsInvented() {
            assertThat(at("background-only.html").ours(Metric.FCP)).isEmpty();
            assertThat(at("background-only.html").ours(Metric.LCP)).isEmpty();
            assertThat(at("background-only.html").ours(Metric.TTFB)).isPresent();
        }
    }

    @Nested
    class GivenAClick {

        @Test
        void whenItsHandlerTakes150Ms_thenInpAndItsElementAreReported() {
            assertThat(value("click-slow-handler.html", Metric.INP)).isGreaterThanOrEqualTo(144);
            assertThat(at("click-slow-handler.html")
                            .ours()
                            .page()
                            .worstInteraction()
                            .orElseThrow()
                            .selector())
                    .isEqualTo("#go");
        }
    }
}
