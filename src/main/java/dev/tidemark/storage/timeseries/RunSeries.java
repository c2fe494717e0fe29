package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads measurements and outcomes over time, and summarizes days. Intervals refer to planned times. */
@ApplicationScoped
public class RunSeries {
    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    /** For the container. */
    protected RunSeries() {}

    /** Without a container: the given entity manager and its transaction. */
    public RunSeries(EntityManager entities) {
        this.entities = entities;
    }

    /** Values of successful runs, oldest first; at most the {@code limit} newest. */
    public List<Point> points(SeriesKey key, Interval interval, int limit) {
        return new PointReader(entities).points(key, interval, limit);
    }

    /**
     * Values of successful runs by step, oldest first; steps start at multiples of the step since the epoch. At most 20,000
     * steps.
     */
    public List<StepValues> values(SeriesKey key, Interval interval, Duration step) {
        return new StepValuesReader(entities).values(key, interval, step);
    }

    /** The values by step of all probes at all locations, with one query. */
    public List<SeriesValues> allValues(Metric metric, Interval interval, Duration step) {
        return new StepValuesReader(entities).allValues(metric, interval, step);
    }

    /**
     * Values of successful runs by UTC day, in order of time, with one summary per location. Summaries are retained longer than
     * runs.
     */
    public List<ValueSummary> days(SeriesKey key, Interval interval) {
        return new SummaryReader(entities).days(key, interval);
    }

    /** The same for several metrics at one location; each metric has an entry. */
    public Map<Metric, List<ValueSummary>> days(
            ProbeId probe, LocationName location, List<Metric> metrics, Interval interval) {
        return new SummaryReader(entities).days(probe, location, metrics, interval);
    }

    /** Values of successful runs for several metrics at one location, oldest first; metrics without values are left out. */
    public Map<Metric, ValueSeries> valueSeries(
            ProbeId probe, LocationName location, List<Metric> metrics, Interval interval) {
        return new ValueSeriesReader(entities, probe, location).all(metrics, interval);
    }

    /** A sample of the runs: those in the first slice of each bucket of time, and all with at least the high value. */
    public ValueSeries downsampled(
            ProbeId probe,
            LocationName location,
            Metric metric,
            Interval interval,
            Duration bucket,
            Duration slice,
            double high) {
        return new ValueSeriesReader(entities, probe, location).downsampled(metric, interval, bucket, slice, high);
    }

    /** The outcomes of the runs of a probe at a location. */
    public OutcomeTally tally(ProbeId probe, LocationName location, Interval interval) {
        return new OutcomeTallyReader(entities).tally(probe, location, interval);
    }

    /** Runs that were not successful, oldest first; those with the same outcome in the same step are counted together. */
    public List<FailureCount> failures(ProbeId probe, LocationName location, Interval interval, Duration step) {
        return new OutcomeTallyReader(entities).failures(probe, location, interval, step);
    }

    /** The planned time of the last run before that instant that succeeded or failed because of the target. */
    public Optional<Instant> lastResult(ProbeId probe, LocationName location, Instant before) {
        return new OutcomeTallyReader(entities).lastResult(probe, location, before);
    }

    /** Summarizes completed days of series; returns the number of days found. */
    public int summarizeDays(Instant now, int limit) {
        return new DailySummarizer(entities).summarize(now, limit);
    }
}
