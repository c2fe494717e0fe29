package dev.tidemark.dashboard;

import dev.tidemark.chart.Histogram;
import dev.tidemark.chart.TrendChart;
import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Point;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Quantile;
import dev.tidemark.measurement.Thresholds;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Probe;
import dev.tidemark.trend.Spread;
import dev.tidemark.trend.Trends;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Makes charts of a probe's metrics over a range. */
@ApplicationScoped
public class TrendView {

    /** A year of a run every five minutes. */
    private static final int MOST_RUNS = 110_000;

    /** More dots than this only make a cloud: of more runs, evenly many are shown, and the highest. */
    private static final int MOST_DOTS = 1_500;

    private static final int HIGHEST_SHOWN = 60;

    private static final List<Metric> SMALL =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB);

    private final Trends trends;
    private final RunHistory history;

    protected TrendView() {
        this(null, null);
    }

    @Inject
    public TrendView(Trends trends, RunHistory history) {
        this.trends = trends;
        this.history = history;
    }

    /** A lower chart of another metric on the same time axis. */
    public record Small(String code, String title, String latest, String svg) {}

    /** A row of the chart as a table. */
    public record Row(String at, String low, String median, String high) {}

    /**
     * @param summary the range in one sentence; empty without runs
     */
    public record Shown(
            String title,
            String unit,
            boolean blank,
            String summary,
            String large,
            String histogram,
            List<Small> others,
            List<Row> rows) {}

    Shown show(Probe probe, LocationName location, Metric metric, TimeRange range, ZoneId zone) {
        List<Point> points = points(probe, location, metric, range);
        TrendChart chart = chart(probe, location, metric, range, zone, points);
        FormFactor form = probe.profile().formFactor();
        double[] values = points.stream().mapToDouble(Point::value).toArray();
        return new Shown(
                metric.title(),
                metric.unit().symbol(),
                chart.isEmpty(),
                summary(metric, values),
                chart.large(),
                new Histogram(metric, values, value -> Thresholds.rate(new Measurement(metric, value), form)).draw(),
                SMALL.stream()
                        .filter(other -> !other.equals(metric))
                        .map(other -> small(probe, location, other, range, zone))
                        .toList(),
                chart.line().stream().map(one -> row(metric, one, zone)).toList());
    }

    TrendChart chart(Probe probe, LocationName location, Metric metric, TimeRange range, ZoneId zone) {
        return chart(probe, location, metric, range, zone, points(probe, location, metric, range));
    }

    private TrendChart chart(
            Probe probe, LocationName location, Metric metric, TimeRange range, ZoneId zone, List<Point> points) {
        FormFactor form = probe.profile().formFactor();
        List<TrendChart.Middle> line =
                trends
                        .spread(probe.id(), Optional.of(location), metric, range.from(), range.to(), range.step())
                        .stream()
                        .map(TrendView::middle)
                        .toList();
        return new TrendChart(
                metric,
                range.from(),
                range.to(),
                zone,
                range.step(),
                thinned(points).stream()
                        .map(one -> new TrendChart.Dot(
                                one.at(), one.value(), Thresholds.rate(new Measurement(metric, one.value()), form)))
                        .toList(),
                line,
                limit(probe, metric),
                List.of());
    }

    private List<Point> points(Probe probe, LocationName location, Metric metric, TimeRange range) {
        return history.points(probe.id(), Optional.of(location), metric, range.from(), range.to(), MOST_RUNS);
    }

    /** Evenly fewer over the whole range, but none of the spikes is lost. */
    static List<Point> thinned(List<Point> points) {
        if (points.size() <= MOST_DOTS) {
            return points;
        }
        double[] values = points.stream().mapToDouble(Point::value).toArray();
        double high = Quantile.of(values, 1 - (double) HIGHEST_SHOWN / values.length);
        int every = (points.size() + MOST_DOTS - 1) / MOST_DOTS;
        return IntStream.range(0, points.size())
                .filter(i -> i % every == 0 || values[i] > high)
                .mapToObj(points::get)
                .toList();
    }

    /** The strictest upper bound that the probe sets for the metric. */
    private static OptionalDouble limit(Probe probe, Metric metric) {
        return probe.budgets().stream()
                .filter(limit -> limit.metric().equals(metric) && limit.bound() instanceof Bound.Max)
                .mapToDouble(limit -> limit.bound().value())
                .min();
    }

    private Small small(Probe probe, LocationName location, Metric metric, TimeRange range, ZoneId zone) {
        TrendChart chart = chart(probe, location, metric, range, zone);
        String latest = chart.dots().isEmpty()
                ? "–"
                : ValueText.of(metric, chart.dots().get(chart.dots().size() - 1).value());
        return new Small(metric.code(), metric.title(), latest, chart.small());
    }

    private static TrendChart.Middle middle(Spread spread) {
        return new TrendChart.Middle(spread.at(), spread.p25(), spread.median(), spread.p75());
    }

    private static Row row(Metric metric, TrendChart.Middle one, ZoneId zone) {
        return new Row(
                one.at().atZone(zone).toLocalDateTime().toString().replace('T', ' '),
                ValueText.exact(metric, one.low()),
                ValueText.exact(metric, one.median()),
                ValueText.exact(metric, one.high()));
    }

    private static String summary(Metric metric, double[] values) {
        return values.length == 0
                ? ""
                : "Median " + ValueText.of(metric, Quantile.of(values, 0.5)) + ", p75 "
                        + ValueText.of(metric, Quantile.of(values, 0.75)) + " over "
                        + String.format(Locale.ROOT, "%,d", values.length)
                        + (values.length == 1 ? " run." : " runs.")
                        + (values.length > MOST_DOTS ? " So many are shown thinned, with every spike." : "");
    }
}
