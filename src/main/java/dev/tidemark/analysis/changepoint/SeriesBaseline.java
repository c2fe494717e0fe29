package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.storage.timeseries.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a metric usually runs: what later values are held against.
 *
 * @param level the median without the daily course, in the metric's unit
 * @param spread of single runs around it: 1.4826 times the median distance, as the deviation of normal noise would be. At least
 *     half of the smallest change that matters
 * @param persistence how much a run's distance repeats the one before: their correlation, from 0 to 0.9
 */
record SeriesBaseline(Seasonality season, double level, double spread, double persistence) {
    /** Runs that say what is usual; with fewer there is no answer. */
    static final int FEWEST = 50;
    /** Newer runs than these say where the series stands; older ones only how its days go. */
    static final int LATEST = 400;

    private static final double CUT = 3;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double MOST_PERSISTENT = 0.9;

    /** From all values known, oldest first; empty with fewer than {@value #FEWEST}. */
    static Optional<SeriesBaseline> of(Metric metric, List<Point> points) {
        return points.size() < FEWEST ? Optional.empty() : Optional.of(from(metric, points));
    }

    /** How far a run lies from what is usual at its time, in spreads; cut at ±3, so that one spike weighs as one run. */
    double distance(Point point) {
        return Math.max(-CUT, Math.min(CUT, (point.value() / season.at(point.at()) - level) / spread));
    }

    /** What a distance tells beyond the one before it: of the same spread, but each independent of the others. */
    double news(double before, double distance) {
        return (distance - persistence * before) / Math.sqrt(1 - persistence * persistence);
    }

    /** The same with a wider spread, when the latest runs scatter more than the earlier ones did. */
    SeriesBaseline scattered(double recentSpread) {
        return recentSpread <= spread ? this : new SeriesBaseline(season, level, recentSpread, persistence);
    }

    /** The spread of some values around their own median, without the daily course. */
    static double spread(Seasonality season, List<Point> points) {
        double[] values = plain(season, points);
        double median = Quantile.of(values, 0.5);
        return MAD_TO_SIGMA
                * Quantile.of(
                        Arrays.stream(values).map(one -> Math.abs(one - median)).toArray(), 0.5);
    }

    private static SeriesBaseline from(Metric metric, List<Point> points) {
        Seasonality season = Seasonality.of(points);
        List<Point> latest = points.subList(Math.max(0, points.size() - LATEST), points.size());
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
        return noise ? 0 : Math.min(MOST_PERSISTENT, correlation);
    }

    private static double[] plain(Seasonality season, List<Point> points) {
        return points.stream()
                .mapToDouble(one -> one.value() / season.at(one.at()))
                .toArray();
    }
}
