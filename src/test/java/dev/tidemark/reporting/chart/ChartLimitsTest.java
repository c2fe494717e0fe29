package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.Messages;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The lines of limits: always inside the axis, labelled without overlap, in both directions. */
class ChartLimitsTest {

    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");

    private static Limit limit(Metric metric, Bound bound) {
        return new Limit(metric, Statistic.MEDIAN, bound, Severity.CRITICAL, 1, 1, Optional.empty());
    }

    private static TrendChart chart(Metric metric, List<Limit> limits, double... values) {
        List<TrendChart.Dot> dots = IntStream.range(0, values.length)
                .mapToObj(i -> TrendChart.Dot.of(
                        metric,
                        new TimeValue(FROM.plus(Duration.ofMinutes(30L * i)), values[i]),
                        limits,
                        FormFactor.DESKTOP))
                .toList();
        List<TrendChart.QuartilePoint> line = dots.stream()
                .map(dot -> new TrendChart.QuartilePoint(dot.at(), dot.value(), dot.value(), dot.value()))
                .toList();
        return new TrendChart(
                metric,
                FROM,
                FROM.plus(Duration.ofHours(10)),
                ZoneOffset.UTC,
                Duration.ofMinutes(30),
                dots,
                line,
                LimitLine.of(metric, limits),
                List.of());
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> ofClass(Element root, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            if (Arrays.asList(one.getAttribute("class").split(" ")).contains(name)) {
                found.add(one);
            }
        }
        return found;
    }

    @ParameterizedTest(name = "{0} of {1} with limits {2}")
    @CsvSource({
        "LCP,   2150,  1000",
        "LCP,   2150,  60000",
        "LCP,   2150,  1",
        "LCP,   961,   1000;2500;9000",
        "LCP,   961,   960;961;962",
        "CLS,   0.02,  0.5",
        "CLS,   0,     0",
        "CLS,   0,     0.1",
        "CLS,   0.3,   0.001",
        "BYTES, 420000, 420000",
        "BYTES, 420000, 5",
        "REQUESTS, 60, 200",
        "TTFB,  130,   140",
        "SCORE, 0.93,  -0.95",
        "SCORE, 0.2,   -0.95",
        "SCORE, 0.93,  -0.1"
    })
    void givenAnyLimit_thenItsLineIsInsideThePlotOfEveryDrawing(String code, double value, String thresholds)
            throws Exception {
        Metric metric = Metric.of(code);
        List<Limit> limits = Arrays.stream(thresholds.split(";"))
                .mapToDouble(Double::parseDouble)
                .mapToObj(one -> limit(metric, one < 0 ? new Bound.Min(-one) : new Bound.Max(one)))
                .toList();
        TrendChart chart = chart(metric, limits, value, value * 1.01);

        for (String drawn : List.of(
                chart.large(Messages.ENGLISH), chart.small(Messages.ENGLISH), chart.mailImage(), chart.card())) {
            Element svg = parse(drawn);
            double top = Double.parseDouble(svg.getAttribute("data-top"));
            double bottom = Double.parseDouble(svg.getAttribute("data-bottom"));
            assertThat(ofClass(svg, "c-budget")).hasSize(limits.size()).allSatisfy(line -> assertThat(
                            Double.parseDouble(line.getAttribute("y1")))
                    .isBetween(top, bottom));
        }
    }

    @ParameterizedTest(name = "limits {0}: {1} labels")
    @CsvSource({"1000, 1", "1000;2500, 2", "1000;1010, 1", "1000;1010;2500;2510, 2", "1000;1005;1010;1015, 1"})
    void givenCloseLimits_thenTheirLabelsDoNotOverlap(String thresholds, int labels) throws Exception {
        List<Limit> limits = Arrays.stream(thresholds.split(";"))
                .map(one -> limit(Metric.LCP, new Bound.Max(Double.parseDouble(one))))
                .toList();

        Element svg = parse(chart(Metric.LCP, limits, 2_000, 2_100).large(Messages.ENGLISH));

        double[] baselines = ofClass(svg, "c-budget-label").stream()
                .mapToDouble(one -> Double.parseDouble(one.getAttribute("y")))
                .sorted()
                .toArray();
        assertThat(baselines).hasSize(labels);
        IntStream.range(1, baselines.length)
                .forEach(i -> assertThat(baselines[i] - baselines[i - 1]).isGreaterThanOrEqualTo(LimitDrawing.LABEL));
        assertThat(DoubleStream.of(baselines).min().orElseThrow())
                .as("below the labels of events")
                .isGreaterThan(18 + 8);
    }

    @ParameterizedTest
    @CsvSource({"960, 966, 1000", "0.2, 0.3, 60000", "1, 1, 3", "15, 90000, 90001"})
    void givenAnyAxis_thenItsValueLabelsDoNotOverlap(double low, double high, double max) throws Exception {
        Element svg = parse(chart(Metric.LCP, List.of(limit(Metric.LCP, new Bound.Max(max))), low, high)
                .large(Messages.ENGLISH));

        double[] baselines = ofClass(svg, "c-axis").stream()
                .filter(one -> one.getAttribute("x").equals("2"))
                .mapToDouble(one -> Double.parseDouble(one.getAttribute("y")))
                .sorted()
                .toArray();
        assertThat(baselines.length).isGreaterThan(1);
        IntStream.range(1, baselines.length)
                .forEach(i -> assertThat(baselines[i] - baselines[i - 1]).isGreaterThanOrEqualTo(14));
    }

    @Nested
    class GivenAMinimum {
        private final TrendChart chart =
                chart(Metric.SCORE, List.of(limit(Metric.SCORE, new Bound.Min(0.95))), 0.97, 0.93, 0.99);

        @Test
        void whenItIsDrawn_thenTheLabelNamesTheDirectionAndTheTimeBelowItIsMarked() throws Exception {
            Element svg = parse(chart.large(Messages.ENGLISH));

            assertThat(svg.getTextContent()).contains("Budget ≥ 95");
            assertThat(ofClass(svg, "c-breach")).hasSize(1);
        }

        @Test
        void whenDotsAreDrawn_thenTheOneBelowIsATriangle() {
            assertThat(chart.dots())
                    .extracting(dot -> dot.shade().orElseThrow())
                    .containsExactly(Rating.GOOD, Rating.POOR, Rating.GOOD);
        }
    }

    @Nested
    class GivenAFastPageOverItsOwnLimit {
        @Test
        void whenLcpIs2150AndTheLimit1000_thenItsDotsAndBarsAreNotGreen() {
            List<Limit> limits = List.of(limit(Metric.LCP, new Bound.Max(1_000)));
            String svg = chart(Metric.LCP, limits, 2_150, 2_151).large(Messages.ENGLISH);

            assertThat(svg).contains("c-poor").doesNotContain("c-dot-good");
        }
    }

    @Nested
    class GivenLimitsOfWindowsAndStatistics {
        @Test
        void whenTheyAreLabelled_thenTheLabelSaysWhatTheyLimit() {
            Limit window = new Limit(
                    Metric.LCP,
                    Statistic.P75,
                    new Bound.Max(2_500),
                    Severity.CRITICAL,
                    1,
                    1,
                    Optional.of(Duration.ofDays(7)));
            Limit samples = new Limit(
                    Metric.LCP, Statistic.P90, new Bound.Max(3_000), Severity.CRITICAL, 1, 1, Optional.empty());

            assertThat(LimitLine.of(Metric.LCP, List.of(window, samples, limit(Metric.LCP, new Bound.Max(2_500)))))
                    .extracting(line -> line.label().toString())
                    .containsExactly("Budget 2.50 s, p75 over 7 d", "Budget 3.00 s, p90");
        }
    }
}
