package dev.tidemark.definition;

import dev.tidemark.document.Faults;
import dev.tidemark.document.Nearest;
import dev.tidemark.document.Node;
import dev.tidemark.document.Section;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code budgets}: a list of limits and names of presets. */
final class LimitReader {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(400);

    private final Faults faults;

    LimitReader(Faults faults) {
        this.faults = faults;
    }

    List<Limit> read(Section parent, String key) {
        List<Limit> limits = new ArrayList<>();
        for (Node node : parent.items(key)) {
            if (node instanceof Node.Fields fields && fields.value("preset").isPresent()) {
                limits.addAll(preset(new Section(fields, faults)));
            } else if (node instanceof Node.Fields fields) {
                limit(new Section(fields, faults)).ifPresent(limits::add);
            } else {
                faults.add(node.place(), "a budget is a group of keys such as {metric: LCP, max: 2500}");
            }
        }
        return limits;
    }

    private static List<Limit> preset(Section section) {
        List<Limit> limits =
                section.made("preset", Presets::named).map(Preset::budgets).orElse(List.of());
        section.end();
        return limits;
    }

    private Optional<Limit> limit(Section section) {
        Optional<Metric> metric = section.made("metric", Metric::of);
        if (!section.has("metric")) {
            faults.add(section.place(), "budget has no metric; write one such as metric: LCP");
        }
        Statistic statistic = section.made("statistic", Statistic::parse).orElse(Statistic.MEDIAN);
        Severity severity = section.made("severity", LimitReader::severity).orElse(Severity.CRITICAL);
        int breaches = section.integer("breaches").orElse(1);
        int of = section.integer("of").orElse(breaches);
        Optional<Duration> window = section.span("window").filter(span -> fits(section, span));
        Optional<Bound> bound = bound(section);
        section.end();
        return metric.flatMap(known -> bound.flatMap(given -> faults.attempt(
                section.placeOf("breaches"),
                () -> new Limit(known, statistic, given, severity, breaches, of, window))));
    }

    private Optional<Bound> bound(Section section) {
        boolean max = section.has("max");
        boolean min = section.has("min");
        Optional<Double> highest = section.number("max");
        Optional<Double> lowest = section.number("min");
        if (max == min) {
            faults.add(
                    section.place(),
                    max
                            ? "max and min exclude each other; write two budgets"
                            : "budget has no bound; write max or min");
            return Optional.empty();
        }
        String key = max ? "max" : "min";
        Optional<Double> value = (max ? highest : lowest).filter(number -> number >= 0);
        if (value.isEmpty()) {
            section.fault(key, key + " must be a number from 0 on");
        }
        return value.map(number -> max ? new Bound.Max(number) : new Bound.Min(number));
    }

    private boolean fits(Section section, Duration span) {
        boolean fits = span.compareTo(Duration.ofMinutes(1)) >= 0 && span.compareTo(LONGEST_WINDOW) <= 0;
        if (!fits) {
            section.fault("window", "window " + span + " must be from PT1M to P400D");
        }
        return fits;
    }

    private static Severity severity(String label) {
        List<String> labels =
                Arrays.stream(Severity.values()).map(Severity::label).toList();
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("severity \"" + label + "\" is unknown; " + Nearest.hint(label, labels));
        }
        return Severity.values()[index];
    }
}
