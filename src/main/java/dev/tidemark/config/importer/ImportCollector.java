package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Collects the limits and the ignored parts of an imported file. */
final class ImportCollector {

    private final List<Limit> limits = new ArrayList<>();
    private final List<ValidationError> ignored = new ArrayList<>();

    /** Adds a limit; a combination that Tidemark rejects is ignored with its reason. */
    void limit(SourceLocation place, Metric metric, Statistic statistic, Bound bound, Severity severity) {
        try {
            limits.add(new Limit(metric, statistic, bound, severity, 1, 1, Optional.empty()));
        } catch (InvalidValueException rejected) {
            ignore(place, rejected.localizedMessage());
        }
    }

    /** Adds a maximum for the median of the samples of a run. */
    void max(SourceLocation place, Metric metric, double value) {
        limit(place, metric, Statistic.MEDIAN, new Bound.Max(value), Severity.CRITICAL);
    }

    void ignore(SourceLocation place, LocalizedMessage reason) {
        ignored.add(new ValidationError(place, reason));
    }

    /** The number of a node; empty, with the node ignored, for anything else and for negative numbers. */
    OptionalDouble number(DocumentNode node, String name) {
        if (node instanceof DocumentNode.Number number
                && number.value().signum() >= 0
                && Double.isFinite(number.value().doubleValue())) {
            return OptionalDouble.of(number.value().doubleValue());
        }
        ignore(node.place(), LocalizedMessage.of("import.ignored.notANumber", name));
        return OptionalDouble.empty();
    }

    /** The entries of a mapping; empty, with the node ignored, for anything else. */
    Map<String, DocumentNode> fields(DocumentNode node, String name) {
        if (node instanceof DocumentNode.Fields fields) {
            return fields.values();
        }
        ignore(node.place(), LocalizedMessage.of("import.ignored.notAMapping", name));
        return Map.of();
    }

    ImportedBudgets imported() {
        return new ImportedBudgets(limits, ignored);
    }
}
