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
import dev.tidemark.probe.Step;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code budgets}: a list of limits and names of presets. */
final class LimitReader {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(400);

    private final Faults faults;
    private final Optional<Target> target;
    private final StepWords steps;
    private final TermsReader terms;

    LimitReader(Faults faults) {
        this(faults, Optional.empty(), OptionalInt.empty());
    }

    /**
     * @param target what the probe loads; its journey is what {@code step} may name
     * @param locations how many the probe has; empty when the limits are not of one probe
     */
    LimitReader(Faults faults, Optional<Target> target, OptionalInt locations) {
        this.faults = faults;
        this.target = target;
        this.steps = new StepWords(journey(target));
        this.terms = new TermsReader(faults, locations);
    }

    List<Limit> read(Section parent, String key) {
        List<Limit> limits = new ArrayList<>();
        for (Node node : parent.items(key)) {
            if (node instanceof Node.Fields fields) {
                Section section = new Section(fields, faults);
                limits.addAll(one(section));
                section.end();
            } else {
                faults.add(node.place(), "a budget is a group of keys such as {metric: LCP, max: 2500}");
            }
        }
        return limits;
    }

    /** A limit, or those of the preset that it names; the caller ends the section. */
    List<Limit> one(Section section) {
        return section.has("preset")
                ? section.made("preset", Presets::named).map(this::held).orElse(List.of())
                : limit(section).stream().toList();
    }

    private List<Limit> held(Preset preset) {
        return target.map(preset::held).orElseGet(preset::held);
    }

    private Optional<Limit> limit(Section section) {
        ShortForm shortForm = ShortForm.of(section);
        Optional<Metric> named = metric(section, shortForm);
        Optional<Metric> metric = section.has("step")
                ? named.flatMap(plain -> section.made("step", text -> steps.metric(text, plain)))
                : named;
        Statistic statistic = section.made("statistic", Statistic::parse).orElse(Statistic.MEDIAN);
        Severity severity = section.made("severity", LimitReader::severity).orElse(Severity.CRITICAL);
        int breaches = section.integer("breaches").orElse(1);
        int of = section.integer("of").orElse(breaches);
        Optional<Duration> window =
                section.span("window").filter(span -> fits(section, span)).or(shortForm::window);
        Optional<Bound> bound =
                shortForm.isUsed() ? shortForm.bound(section) : new BoundReader(faults).read(section, named);
        Terms held = terms.read(section);
        return metric.flatMap(known -> bound.flatMap(given -> faults.attempt(
                section.placeOf("breaches"),
                () -> new Limit(known, statistic, given, severity, breaches, of, window, held))));
    }

    private static List<Step> journey(Optional<Target> target) {
        return target.filter(Target.Journey.class::isInstance)
                .map(one -> ((Target.Journey) one).steps())
                .orElse(List.of());
    }

    private Optional<Metric> metric(Section section, ShortForm shortForm) {
        if (shortForm.isUsed()) {
            return shortForm.metric();
        }
        if (!section.has("metric")) {
            faults.add(section.place(), "budget has no metric; write one such as metric: LCP");
        }
        return section.made("metric", Metric::of);
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
