package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Quantile;
import dev.tidemark.storage.timeseries.Point;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The daily pattern of a series: the typical value at an hour (UTC) relative to the overall median, interpolated linearly between the
 * middles of hours. Weekends have a separate pattern after two weeks.
 *
 * @param factors of 24 hours, or of 24 hours of working days and 24 of weekends; a single 1 for a series without a daily pattern
 */
record Seasonality(List<Double> factors) {
    static final Seasonality NONE = new Seasonality(List.of(1.0));

    private static final int HOURS = 24;
    private static final int MIN_PER_HOUR = 4;
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    /** A pattern must reduce the spread to less than this share to be used. */
    private static final double MAX_REMAINING = 0.9;

    Seasonality {
        factors = List.copyOf(factors);
    }

    /** The pattern of these values, oldest first; {@link #NONE} with less than three days, or without a clear pattern. */
    static Seasonality of(List<Point> points) {
        if (points.isEmpty()) {
            return NONE;
        }
        Duration span = Duration.between(
                points.get(0).at(), points.get(points.size() - 1).at());
        if (span.compareTo(THREE_DAYS) < 0) {
            return NONE;
        }
        Seasonality week = span.compareTo(TWO_WEEKS) >= 0 ? of(points, 2 * HOURS) : NONE;
        Seasonality found = week.equals(NONE) ? of(points, HOURS) : week;
        return found.spread(points) < MAX_REMAINING * NONE.spread(points) ? found : NONE;
    }

    /** The typical value at this instant relative to the overall median. */
    double at(Instant instant) {
        if (factors.size() == 1) {
            return factors.get(0);
        }
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        double hour = time.getHour() + time.getMinute() / 60.0 - 0.5;
        int first = (int) Math.floor(hour);
        double part = hour - first;
        int day = factors.size() == HOURS || !isWeekend(time) ? 0 : HOURS;
        return (1 - part) * factors.get(day + Math.floorMod(first, HOURS))
                + part * factors.get(day + Math.floorMod(first + 1, HOURS));
    }

    private static Seasonality of(List<Point> points, int buckets) {
        List<List<Double>> values = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            values.add(new ArrayList<>());
        }
        for (Point point : points) {
            ZonedDateTime time = point.at().atZone(ZoneOffset.UTC);
            int day = buckets > HOURS && isWeekend(time) ? HOURS : 0;
            values.get(day + time.getHour()).add(point.value());
        }
        double median = median(points.stream().map(Point::value).toList());
        boolean sufficient = values.stream().allMatch(one -> one.size() >= MIN_PER_HOUR && median(one) > 0);
        return sufficient && median > 0
                ? new Seasonality(
                        values.stream().map(one -> median(one) / median).toList())
                : NONE;
    }

    private double spread(List<Point> points) {
        List<Double> residuals =
                points.stream().map(one -> one.value() / at(one.at())).toList();
        double center = median(residuals);
        return median(residuals.stream().map(one -> Math.abs(one - center)).toList());
    }

    private static double median(List<Double> values) {
        return Quantile.of(values.stream().mapToDouble(one -> one).toArray(), 0.5);
    }

    private static boolean isWeekend(ZonedDateTime time) {
        return time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
