package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.NearestName;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.LimitScope;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code budgets}: a list of limits and preset names. */
final class LimitReader {

    private static final Duration MAX_WINDOW = Duration.ofDays(400);

    private final ValidationErrors errors;
    private final Optional<Target> target;
    private final StepReference steps;
    private final LimitScopeReader scopes;

    LimitReader(ValidationErrors errors) {
        this(errors, Optional.empty(), OptionalInt.empty());
    }

    /**
     * @param target of the probe; {@code step} refers to the steps of its journey
     * @param locations the number of locations of the probe; empty when the limits do not belong to a single probe
     */
    LimitReader(ValidationErrors errors, Optional<Target> target, OptionalInt locations) {
        this.errors = errors;
        this.target = target;
        this.steps = new StepReference(journey(target));
        this.scopes = new LimitScopeReader(errors, locations);
    }

    List<Limit> read(MappingReader parent, String key) {
        List<Limit> limits = new ArrayList<>();
        for (DocumentNode node : parent.items(key)) {
            if (node instanceof DocumentNode.Fields fields) {
                MappingReader section = new MappingReader(fields, errors);
                limits.addAll(readOne(section));
                section.rejectUnknownKeys();
            } else {
                errors.add(node.place(), LocalizedMessage.of("validation.budget.notAMapping"));
            }
        }
        return limits;
    }

    /** Reads a limit, or the limits of a preset. The caller must reject unknown keys of the section. */
    List<Limit> readOne(MappingReader section) {
        return section.has("preset")
                ? section.parsed("preset", BudgetPresets::named)
                        .map(this::presetLimits)
                        .orElse(List.of())
                : limit(section).stream().toList();
    }

    private List<Limit> presetLimits(BudgetPreset preset) {
        return target.map(preset::limits).orElseGet(preset::limits);
    }

    private Optional<Limit> limit(MappingReader section) {
        LimitShorthand shortForm = LimitShorthand.of(section);
        Optional<Metric> metricWithoutStep = metric(section, shortForm);
        Optional<Metric> metric = section.has("step")
                ? metricWithoutStep.flatMap(plain -> section.parsed("step", text -> steps.metric(text, plain)))
                : metricWithoutStep;
        Statistic statistic = section.parsed("statistic", Statistic::parse).orElse(Statistic.MEDIAN);
        Severity severity = section.parsed("severity", LimitReader::severity).orElse(Severity.CRITICAL);
        int breaches = section.integer("breaches").orElse(1);
        int of = section.integer("of").orElse(breaches);
        Optional<Duration> window =
                section.duration("window").filter(span -> fits(section, span)).or(shortForm::window);
        Optional<Bound> bound = shortForm.isUsed()
                ? shortForm.bound(section)
                : new BoundReader(errors).read(section, metricWithoutStep);
        LimitScope scope = scopes.read(section);
        return metric.flatMap(known -> bound.flatMap(given -> errors.tryCreate(
                section.placeOf("breaches"),
                () -> new Limit(known, statistic, given, severity, breaches, of, window, scope))));
    }

    private static List<Step> journey(Optional<Target> target) {
        return target.filter(Target.Journey.class::isInstance)
                .map(one -> ((Target.Journey) one).steps())
                .orElse(List.of());
    }

    private Optional<Metric> metric(MappingReader section, LimitShorthand shortForm) {
        if (shortForm.isUsed()) {
            return shortForm.metric();
        }
        if (!section.has("metric")) {
            errors.add(section.place(), LocalizedMessage.of("validation.budget.noMetric"));
        }
        return section.parsed("metric", Metric::of);
    }

    private boolean fits(MappingReader section, Duration span) {
        boolean fits = span.compareTo(Duration.ofMinutes(1)) >= 0 && span.compareTo(MAX_WINDOW) <= 0;
        if (!fits) {
            section.addError("window", LocalizedMessage.of("validation.window.range", span));
        }
        return fits;
    }

    private static Severity severity(String label) {
        List<String> labels =
                Arrays.stream(Severity.values()).map(Severity::label).toList();
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new InvalidValueException("validation.severity.unknown", label, NearestName.hint(label, labels));
        }
        return Severity.values()[index];
    }
}
