package dev.tidemark.foreign;

import dev.tidemark.document.Fault;
import dev.tidemark.document.Node;
import dev.tidemark.document.Place;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gathers limits and what is ignored while a foreign file is read. */
final class Gathered {

    private final List<Limit> limits = new ArrayList<>();
    private final List<Fault> ignored = new ArrayList<>();

    void limit(Metric metric, Statistic statistic, Bound bound, Severity severity) {
        limits.add(new Limit(metric, statistic, bound, severity, 1, 1, Optional.empty()));
    }

    /** At most this, by the median of a run's samples. */
    void most(Metric metric, double value) {
        limit(metric, Statistic.MEDIAN, new Bound.Max(value), Severity.CRITICAL);
    }

    void ignore(Place place, String reason) {
        ignored.add(new Fault(place, reason));
    }

    /** The node's number from 0 on; otherwise the node is ignored. */
    OptionalDouble number(Node node, String name) {
        if (node instanceof Node.Number number && number.value().signum() >= 0) {
            return OptionalDouble.of(number.value().doubleValue());
        }
        ignore(node.place(), name + " is no number from 0 on");
        return OptionalDouble.empty();
    }

    /** The keys and values of a node that must be a group; empty when it is none. */
    Map<String, Node> fields(Node node, String name) {
        if (node instanceof Node.Fields fields) {
            return fields.values();
        }
        ignore(node.place(), name + " is no group of keys");
        return Map.of();
    }

    Imported imported() {
        return new Imported(limits, ignored);
    }
}
