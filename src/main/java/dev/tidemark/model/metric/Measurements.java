package dev.tidemark.model.metric;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The measurements of one sample or run: at most one per metric, sorted by code. A metric without a value is absent, never 0. */
public final class Measurements implements Iterable<Measurement> {

    private static final Measurements NONE = new Measurements(List.of());

    private final Map<Metric, Measurement> byMetric;

    private Measurements(Collection<Measurement> all) {
        byMetric = new TreeMap<>();
        all.forEach(one -> byMetric.put(one.metric(), one));
    }

    public static Measurements none() {
        return NONE;
    }

    /** Of two measurements of the same metric the later one is used. */
    public static Measurements of(Collection<Measurement> all) {
        return new Measurements(all);
    }

    public Optional<Measurement> find(Metric metric) {
        return Optional.ofNullable(byMetric.get(metric));
    }

    public Measurements and(Measurement one) {
        return of(Stream.concat(stream(), Stream.of(one)).toList());
    }

    public boolean isEmpty() {
        return byMetric.isEmpty();
    }

    public Stream<Measurement> stream() {
        return byMetric.values().stream();
    }

    @Override
    public Iterator<Measurement> iterator() {
        return List.copyOf(byMetric.values()).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measurements that && byMetric.equals(that.byMetric);
    }

    @Override
    public int hashCode() {
        return byMetric.hashCode();
    }

    @Override
    public String toString() {
        return byMetric.values().toString();
    }
}
