package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads summaries of UTC days. Completed days are read from {@code daily_summary}; days with newer runs, including today, and
 * partial days at the ends of the interval are summarized from measurements.
 */
record SummaryReader(EntityManager entities) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_DAYS = 4_000;
    private static final int MAX_LOCATIONS = 100;

    /** In order of time, with one summary per day and location. */
    List<ValueSummary> days(SeriesKey key, Interval interval) {
        List<ValueSummary> all = new ArrayList<>();
        for (LocationName location : key.location().map(List::of).orElseGet(() -> locations(key.probe()))) {
            all.addAll(
                    days(key.probe(), location, List.of(key.metric()), interval).get(key.metric()));
        }
        all.sort(Comparator.comparing(ValueSummary::at));
        return List.copyOf(all);
    }

    /** Several metrics at one location, each in order of time. */
    Map<Metric, List<ValueSummary>> days(
            ProbeId probe, LocationName location, List<Metric> metrics, Interval interval) {
        Map<Metric, List<ValueSummary>> all = new HashMap<>();
        metrics.forEach(metric -> all.put(metric, new ArrayList<>()));
        new LocationDays(probe, location, metrics).days(interval).forEach(day -> all.get(day.metric())
                .add(day.summary()));
        all.values().forEach(days -> days.sort(Comparator.comparing(ValueSummary::at)));
        return all;
    }

    private record MetricDay(Metric metric, ValueSummary summary) {}

    private List<LocationName> locations(ProbeId probe) {
        List<?> names = SqlStatement.of(
                        entities,
                        "SELECT location FROM series WHERE probe = ?1 ORDER BY location LIMIT " + MAX_LOCATIONS,
                        probe.slug())
                .getResultList();
        return names.stream().map(name -> new LocationName((String) name)).toList();
    }

    private final class LocationDays {
        private final ProbeId probe;
        private final LocationName location;
        private final List<Metric> metrics;

        LocationDays(ProbeId probe, LocationName location, List<Metric> metrics) {
            this.probe = probe;
            this.location = location;
            this.metrics = metrics;
        }

        List<MetricDay> days(Interval interval) {
            LocalDate first = dayOf(interval.from().minusNanos(1)).plusDays(1);
            LocalDate end = dayOf(interval.to());
            if (first.isAfter(end)) {
                return summarized(interval);
            }
            List<MetricDay> all = new ArrayList<>(summarized(new Interval(interval.from(), midnight(first))));
            all.addAll(stored(first, end));
            dueRanges(first, end).forEach(range -> all.addAll(summarized(range.interval())));
            all.addAll(summarized(new Interval(midnight(end), interval.to())));
            return all;
        }

        private List<MetricDay> summarized(Interval interval) {
            if (interval.isEmpty()) {
                return List.of();
            }
            List<MetricDay> days = new ArrayList<>();
            new ValueSeriesReader(entities, probe, location)
                    .all(metrics, interval)
                    .forEach((metric, series) -> series.by(DAY)
                            .forEach(day -> days.add(new MetricDay(metric, ValueSummary.of(day.at(), day.values())))));
            return days;
        }

        private List<MetricDay> stored(LocalDate first, LocalDate end) {
            List<Object[]> rows = SqlStatement.rows(
                    entities,
                    """
                    SELECT day, runs, minimum, maximum, total, sketch, m.code
                    FROM daily_summary d JOIN series s ON s.id = d.series_id JOIN metric m ON m.id = d.metric_id
                    WHERE s.probe = ?1 AND s.location = ?2 AND m.code = ANY(string_to_array(?3, chr(10)))
                    AND day >= ?4 AND day < ?5
                    AND NOT EXISTS (SELECT 1 FROM daily_summary_due due WHERE due.series_id = d.series_id AND due.day = d.day)
                    ORDER BY day LIMIT ?6""",
                    probe.slug(),
                    location.name(),
                    metrics.stream().map(Metric::code).collect(Collectors.joining("\n")),
                    Date.valueOf(first),
                    Date.valueOf(end),
                    MAX_DAYS * metrics.size());
            return rows.stream()
                    .map(row -> new MetricDay(Metric.of((String) row[6]), summary(row)))
                    .toList();
        }

        private List<DayRange> dueRanges(LocalDate first, LocalDate end) {
            List<?> days = SqlStatement.of(
                            entities,
                            """
                            SELECT day FROM daily_summary_due d JOIN series s ON s.id = d.series_id
                            WHERE s.probe = ?1 AND s.location = ?2 AND day >= ?3 AND day < ?4 ORDER BY day LIMIT ?5""",
                            probe.slug(),
                            location.name(),
                            Date.valueOf(first),
                            Date.valueOf(end),
                            MAX_DAYS)
                    .getResultList();
            return DayRange.of(
                    days.stream().map(day -> ((Date) day).toLocalDate()).toList());
        }
    }

    /** Consecutive days, which are read at once. */
    private record DayRange(LocalDate first, LocalDate end) {
        Interval interval() {
            return new Interval(midnight(first), midnight(end));
        }

        static List<DayRange> of(List<LocalDate> days) {
            List<DayRange> ranges = new ArrayList<>();
            for (LocalDate day : days) {
                int last = ranges.size() - 1;
                if (last >= 0 && ranges.get(last).end.equals(day)) {
                    ranges.set(last, new DayRange(ranges.get(last).first, day.plusDays(1)));
                } else {
                    ranges.add(new DayRange(day, day.plusDays(1)));
                }
            }
            return ranges;
        }
    }

    private static ValueSummary summary(Object[] row) {
        return new ValueSummary(
                midnight(((Date) row[0]).toLocalDate()),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).doubleValue(),
                ((Number) row[3]).doubleValue(),
                ((Number) row[4]).doubleValue(),
                (byte[]) row[5]);
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
