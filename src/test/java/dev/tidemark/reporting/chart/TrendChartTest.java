package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TrendChartTest {

    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(10));
    private static final Duration STEP = Duration.ofHours(1);

    @Nested
    class GivenRunsOfAllRatings {
        private final TrendChart chart = chart(
                List.of(dot(1, 2000, Rating.GOOD), dot(5, 3000, Rating.NEEDS_IMPROVEMENT), dot(9, 5000, Rating.POOR)),
                List.of(),
                List.of());

        @Test
        void whenItIsDrawn_thenItIsWellFormedAndHasADescription() throws Exception {
            Element svg = parse(chart.large(Messages.ENGLISH)).getDocumentElement();

            assertThat(svg.getAttribute("aria-label"))
                    .isEqualTo("Largest Contentful Paint: 3 runs, minimum 2.00 s, maximum 5.00 s");
            assertThat(svg.getAttribute("data-points")).isEqualTo("3600:2000 14400:3000 14400:5000");
        }

        @Test
        void whenItIsDrawn_thenEachDotIsAtItsTimeAndValue() {
            // The plot ranges from y 18 (5000 ms) to y 276 (0 ms), so 2000 ms is 154.8 below the top.
            assertThat(chart.large(Messages.ENGLISH)).contains("M1000 172.8h0", "M5000 121.2h0", "x=\"90%\" y=\"18\"");
        }
    }

    @Nested
    class GivenAFile {
        private final TrendChart chart = chart(List.of(dot(1, 2000, Rating.GOOD)), List.of(), List.of());

        @Test
        void whenThereIsOneSeries_thenItHasNoLegend() {
            assertThat(chart.file("default"))
                    .contains("viewBox=\"0 0 960 300\"")
                    .doesNotContain(">default<");
        }

        @Test
        void whenOtherSeriesAreInIt_thenALegendBelowNamesAll() throws Exception {
            Element svg = parse(chart.withSeries(List.of(new TrendChart.Series("oslo", 2, List.of(middle(1, 9_000)))))
                            .file("default"))
                    .getDocumentElement();

            assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 960 320");
            assertThat(svg.getAttribute("height")).isEqualTo("320");
            assertThat(svg.getTextContent()).endsWith("defaultoslo");
        }
    }

    @Nested
    class GivenAnotherSeriesThatIsHigher {
        @Test
        void whenItIsDrawn_thenTheAxisIncludesItAndItHasANameAndADashPattern() {
            String svg = chart(List.of(dot(1, 2000, Rating.GOOD)), List.of(), List.of())
                    .withSeries(List.of(new TrendChart.Series("oslo", 2, List.of(middle(1, 9_000)))))
                    .large(Messages.ENGLISH);

            assertThat(svg)
                    .contains("data-name=\"oslo\" data-line=\"3600:9000\"", "stroke-dasharray=\"2,3\"")
                    .contains("data-high=\"10000\"");
        }
    }

    @Nested
    class GivenALimitExceededSinceBeforeTheRange {
        @Test
        void whenItIsDrawn_thenTheMarkIsClippedToTheChart() {
            List<TrendChart.QuartilePoint> line =
                    IntStream.range(-2, 12).mapToObj(hour -> middle(hour, 3000)).toList();

            assertThat(chart(List.of(dot(1, 3000, Rating.GOOD)), line, List.of(max(2500)))
                            .large(Messages.ENGLISH))
                    .contains("x=\"0%\" y=\"18\" width=\"100%\"")
                    .doesNotContain(" x=\"-", " x1=\"-");
        }
    }

    @Nested
    class GivenALimitExceededForSomeTime {
        @Test
        void whenItIsDrawn_thenOnlyThatPeriodIsMarked() {
            List<TrendChart.QuartilePoint> line = IntStream.range(0, 10)
                    .mapToObj(hour -> middle(hour, hour >= 4 && hour < 6 ? 3000 : 2000))
                    .toList();

            assertThat(LineSegments.violations(line, median -> median > 2500, STEP))
                    .containsExactly(new LineSegments.LineSegment(
                            FROM.plus(Duration.ofMinutes(210)), FROM.plus(Duration.ofMinutes(330))));
        }

        @Test
        void whenTheMedianIsAtTheLimit_thenItIsNotExceeded() {
            assertThat(LineSegments.violations(List.of(middle(1, 2500)), median -> median > 2500, STEP))
                    .isEmpty();
        }
    }

    @Nested
    class GivenHoursWithoutRuns {
        @Test
        void whenTheLineIsDrawn_thenItHasAGap() {
            List<TrendChart.QuartilePoint> line =
                    List.of(middle(0, 1), middle(1, 1), middle(2, 1), middle(7, 1), middle(8, 1));

            assertThat(LineSegments.of(line, STEP)).extracting(List::size).containsExactly(3, 2);
        }
    }

    @Nested
    class GivenEvents {
        private TrendChart chart(TrendChart.ChartAnnotation... markers) {
            List<TrendChart.Dot> dots = List.of(dot(1, 2000, Rating.GOOD));
            return new TrendChart(
                    Metric.LCP, FROM, TO, ZoneOffset.UTC, STEP, dots, List.of(), List.of(), List.of(markers));
        }

        private static TrendChart.ChartAnnotation deploy(int minute, String label) {
            return new TrendChart.ChartAnnotation(
                    FROM.plus(Duration.ofMinutes(minute)), Optional.empty(), "deploy", label, label);
        }

        @Test
        void whenTheyAreDrawn_thenEachHasItsLineAndItsTitle() throws Exception {
            String svg = chart(deploy(120, "v1 <b>"), deploy(300, "v2")).large(Messages.ENGLISH);

            assertThat(parse(svg)).isNotNull();
            assertThat(svg)
                    .contains(
                            "x1=\"20%\"", "x1=\"50%\"", "<title>Deploy: v1 &lt;b&gt;</title>", ">v1 &lt;b&gt;</text>");
        }

        @Test
        void whenLabelsWouldOverlap_thenTheLaterHasOnlyItsLine() {
            String svg = chart(deploy(120, "a long name"), deploy(125, "another one"))
                    .large(Messages.ENGLISH);

            assertThat(svg).contains(">a long name</text>").doesNotContain(">another one</text>");
            assertThat(svg).contains("<title>Deploy: another one</title>");
        }

        @Test
        void whenOneExceedsTheRangeOnBothSides_thenItIsClippedToTheChart() {
            String svg = chart(new TrendChart.ChartAnnotation(
                            FROM.minusSeconds(60), Optional.of(TO.plusSeconds(60)), "incident", "LCP", "LCP 3 s"))
                    .large(Messages.ENGLISH);

            assertThat(svg).contains("class=\"c-incident\"", "x=\"0%\" y=\"14\" width=\"100%\" height=\"4\"");
        }

        @Test
        void whenOneLiesOutsideOfTheRange_thenItIsNotDrawn() {
            assertThat(chart(deploy(-1, "early"), deploy(601, "late")).large(Messages.ENGLISH))
                    .doesNotContain("c-what");
        }
    }

    @Nested
    class GivenNoRuns {
        @Test
        void whenItIsDrawn_thenATextStatesIt() throws Exception {
            TrendChart empty = chart(List.of(), List.of(), List.of(max(2500)));

            assertThat(parse(empty.large(Messages.ENGLISH)).getDocumentElement().getAttribute("aria-label"))
                    .isEqualTo("Largest Contentful Paint: no runs in this range");
        }
    }

    private static TrendChart chart(
            List<TrendChart.Dot> dots, List<TrendChart.QuartilePoint> line, List<LimitLine> limits) {
        return new TrendChart(Metric.LCP, FROM, TO, ZoneOffset.UTC, STEP, dots, line, limits, List.of());
    }

    private static LimitLine max(double value) {
        return line(new Bound.Max(value));
    }

    private static LimitLine line(Bound.Fixed threshold) {
        return new LimitLine(threshold, LocalizedMessage.verbatim("Budget " + Math.round(threshold.value())));
    }

    private static TrendChart.Dot dot(int hour, double value, Rating rating) {
        return new TrendChart.Dot(FROM.plus(Duration.ofHours(hour)), value, Optional.of(rating));
    }

    private static TrendChart.QuartilePoint middle(int hour, double value) {
        return new TrendChart.QuartilePoint(FROM.plus(Duration.ofHours(hour)), value, value, value);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
