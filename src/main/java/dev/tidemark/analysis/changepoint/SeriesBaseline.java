package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.storage.timeseries.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The baseline of a series, with which later values are compared.
 *
 * @param level the median without the daily pattern, in the metric's unit
 * @param spread the standard deviation of single runs, estimated as 1.4826 times the median absolute deviation; at least half of the
 *     minimum relevant change
 * @param persistence the autocorrelation of consecutive deviations, from 0 to 0.9
 */
record SeriesBaseline(Seasonality season, double level, double spread, double persistence) {
    /** The minimum number of runs for a baseline. */
    static final int MIN_RUNS = 50;
    /** The number of latest runs that determine the level; older ones contribute only to the daily pattern. */
    static final int LEVEL_RUNS = 400;

    private static final double MAX_DEVIATION = 3;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double MAX_PERSISTENCE = 0.9;

    /** From all values, oldest first; empty with fewer than {@value #MIN_RUNS}. */
    static Optional<SeriesBaseline> of(Metric metric, List<Point> points) {
        return points.size() < MIN_RUNS ? Optional.empty() : Optional.of(from(metric, points));
    }

    /** The deviation of a run from the baseline at its time of day, in spreads; limited to ±3, to reduce the effect of outliers. */
    double distance(Point point) {
        return Math.max(
                -MAX_DEVIATION, Math.min(MAX_DEVIATION, (point.value() / season.at(point.at()) - level) / spread));
    }

    /** The innovation: the part of a deviation that the previous one does not explain; independent, with the same spread. */
    double innovation(double before, double distance) {
        return (distance - persistence * before) / Math.sqrt(1 - persistence * persistence);
    }

    /** The same with the larger of both spreads. */
    SeriesBaseline withSpreadAtLeast(double recentSpread) {
        return recentSpread <= spread ? this : new SeriesBaseline(season, level, recentSpread, persistence);
    }

    /** The spread of values around their median, without the daily pattern. */
    static double spread(Seasonality season, List<Point> points) {
        double[] values = plain(season, points);
        double median = Quantile.of(values, 0.5);
        return MAD_TO_SIGMA
                * Quantile.of(
                        Arrays.stream(values).map(one -> Math.abs(one - median)).toArray(), 0.5);
    }

    private static SeriesBaseline from(Metric metric, List<Point> points) {
        Seasonality season = Seasonality.of(points);
        List<Point> latest = points.subList(Math.max(0, points.size() - LEVEL_RUNS), points.size());
        double level = Quantile.of(plain(season, latest), 0.5);
        double spread = Math.max(spread(season, latest), MinimumEffect.of(metric, level) / 2);
        SeriesBaseline independent = new SeriesBaseline(season, level, spread, 0);
        return new SeriesBaseline(season, level, spread, independent.persistenceOf(latest));
    }

    private double persistenceOf(List<Point> points) {
        double product = 0;
        double square = 0;
        double before = 0;
        for (Point point : points) {
            double distance = distance(point);
            product += before * distance;
            square += distance * distance;
            before = distance;
        }
        double correlation = square == 0 ? 0 : product / square;
        boolean noise = correlation < 2 / Math.sqrt(points.size());
        return noise ? 0 : Math.min(MAX_PERSISTENCE, correlation);
    }

    private static double[] plain(Seasonality season, List<Point> points) {
        return points.stream()
                .mapToDouble(one -> one.value() / season.at(one.at()))
                .toArray();
    }
}
