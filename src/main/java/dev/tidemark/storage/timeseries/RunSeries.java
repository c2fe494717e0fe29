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

/** Reads what runs measured over time, and sums up its days. All spans are from (inclusive) to (exclusive), by planned instant. */
@ApplicationScoped
public class RunSeries {
    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    /** For the container. */
    protected RunSeries() {}

    /** Without a container: the caller's entity manager and its transaction. */
    public RunSeries(EntityManager entities) {
        this.entities = entities;
    }

    /** OK runs' values of a metric, oldest first, at most {@code limit} newest. */
    public List<Point> points(SeriesKey key, Interval interval, int limit) {
        return new PointReader(entities).points(key, interval, limit);
    }

    /** OK runs' values by step, oldest first; steps begin at multiples of the step since the epoch. At most 20,000 steps. */
    public List<StepValues> values(SeriesKey key, Interval interval, Duration step) {
        return new StepValuesReader(entities).values(key, interval, step);
    }

    /** The values by step of every probe at every location, in one query. */
    public List<SeriesValues> allValues(Metric metric, Interval interval, Duration step) {
        return new StepValuesReader(entities).allValues(metric, interval, step);
    }

    /** OK runs' values by UTC day, in order of time; a day comes once for each location. Reaches back further than single runs. */
    public List<ValueSummary> days(SeriesKey key, Interval interval) {
        return new SummaryReader(entities).days(key, interval);
    }

    /** The same for several metrics at one location; each metric has its list. */
    public Map<Metric, List<ValueSummary>> days(
            ProbeId probe, LocationName location, List<Metric> metrics, Interval interval) {
        return new SummaryReader(entities).days(probe, location, metrics, interval);
    }

    /** OK runs' values of several metrics at one location, oldest first; a metric without any is left out. */
    public Map<Metric, ValueSeries> valueSeries(
            ProbeId probe, LocationName location, List<Metric> metrics, Interval interval) {
        return new ValueSeriesReader(entities, probe, location).all(metrics, interval);
    }

    /** Of so many runs some: those in the first slice of each bucket of time, and all with at least the high value. */
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

    /** How the runs of one probe at one location ended. */
    public OutcomeTally tally(ProbeId probe, LocationName location, Interval interval) {
        return new OutcomeTallyReader(entities).tally(probe, location, interval);
    }

    /** When the newest run was planned, before that instant, that said something of the target: good, or failed by its fault. */
    public Optional<Instant> lastResult(ProbeId probe, LocationName location, Instant before) {
        return new OutcomeTallyReader(entities).lastResult(probe, location, before);
    }

    /** Sums up at most so many days of series that have ended; returns how many it found due. */
    public int summarizeDays(Instant now, int limit) {
        return new DailySummarizer(entities).summarize(now, limit);
    }
}
