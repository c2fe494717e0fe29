package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.PerformanceScore;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An assertion of Lighthouse CI. The default aggregation is optimistic: the best run counts. Without a threshold the assertion
 * requires a score of 0.9. Source: {@code packages/utils/src/assertions.js}.
 */
record LighthouseAssertion(
        String key,
        String level,
        Map<String, DocumentNode> options,
        Optional<String> blockAggregation,
        SourceLocation place,
        FormFactor formFactor) {

    private static final double DEFAULT_SCORE = 0.9;
    private static final String MAX_VALUE = "maxNumericValue";
    private static final String MAX_LENGTH = "maxLength";
    private static final String MIN_SCORE = "minScore";
    private static final Set<String> OPTIONS = Set.of(MAX_VALUE, MAX_LENGTH, MIN_SCORE, "aggregationMethod");

    void addTo(ImportCollector collector) {
        String[] parts = parts();
        options.forEach((name, node) -> {
            if (!OPTIONS.contains(name)) {
                collector.ignore(node.place(), LocalizedMessage.of("import.ignored.assertionOption", key, name));
            }
        });
        Optional<Metric> metric = metric(parts);
        if (metric.isPresent()) {
            measured(collector, metric.get());
        } else if (parts.length == 1 && LighthouseMetricNames.rows(parts[0]).isPresent()) {
            counted(collector, parts[0]);
        } else {
            collector.ignore(place, LocalizedMessage.of(reason(parts.length == 0 ? "" : parts[0]), key));
        }
    }

    /** As Lighthouse CI, which accepts camel case and both separators. */
    private String[] parts() {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[.:]+", "")
                .split("[.:]+");
    }

    private void measured(ImportCollector collector, Metric metric) {
        boolean value = options.containsKey(MAX_VALUE);
        boolean length = options.containsKey(MAX_LENGTH);
        boolean score = options.containsKey(MIN_SCORE);
        if (value) {
            collector.number(options.get(MAX_VALUE), key).ifPresent(max -> max(collector, metric, max));
        }
        if ("median-run".equals(method()) && (value || score || !length)) {
            collector.ignore(place, LocalizedMessage.of("import.ignored.medianRun", key));
        }
        if (length) {
            collector.ignore(place, LocalizedMessage.of("import.ignored.maxLength", key));
        }
        if (score || !value && !length) {
            minScore(collector).ifPresent(min -> score(collector, metric, min));
        }
    }

    /** An audit that lists occurrences: its length is their number, and some score 1 exactly when there are none. */
    private void counted(ImportCollector collector, String audit) {
        if (options.containsKey(MAX_LENGTH)) {
            collector
                    .number(options.get(MAX_LENGTH), key)
                    .ifPresent(max ->
                            max(collector, LighthouseMetricNames.rows(audit).orElseThrow(), max));
        }
        if (options.containsKey(MAX_VALUE)) {
            collector.ignore(place, LocalizedMessage.of("import.ignored.notMeasured", key));
        }
        boolean score =
                options.containsKey(MIN_SCORE) || !options.containsKey(MAX_LENGTH) && !options.containsKey(MAX_VALUE);
        if (score) {
            Optional<Metric> count = LighthouseMetricNames.count(audit);
            if (count.isEmpty()) {
                collector.ignore(place, LocalizedMessage.of("import.ignored.noScoreOfList", key));
            } else {
                minScore(collector).ifPresent(min -> max(collector, count.get(), 0));
            }
        }
    }

    /** The required score; empty, with the assertion ignored, when it is none or always reached. */
    private OptionalDouble minScore(ImportCollector collector) {
        if (!options.containsKey(MIN_SCORE)) {
            return OptionalDouble.of(DEFAULT_SCORE);
        }
        OptionalDouble min = collector.number(options.get(MIN_SCORE), key);
        if (min.isPresent() && (min.getAsDouble() > 1 || min.getAsDouble() == 0)) {
            boolean none = min.getAsDouble() == 0;
            collector.ignore(
                    place, LocalizedMessage.of(none ? "import.ignored.scoreZero" : "import.ignored.scoreRange", key));
            return OptionalDouble.empty();
        }
        return min;
    }

    /** Converts a minimum score of a metric to a maximum of the metric itself, with its score curve. */
    private void score(ImportCollector collector, Metric metric, double min) {
        if (metric.equals(Metric.SCORE)) {
            collector.limit(place, metric, statistic(false), new Bound.Min(min), severity());
            return;
        }
        OptionalDouble max = PerformanceScore.largestValueWith(metric, min, formFactor);
        if (max.isEmpty()) {
            collector.ignore(place, LocalizedMessage.of("import.ignored.noScore", key));
        } else {
            max(collector, metric, max.getAsDouble());
        }
    }

    private void max(ImportCollector collector, Metric metric, double max) {
        collector.limit(place, metric, statistic(true), new Bound.Max(max), severity());
    }

    private Statistic statistic(boolean max) {
        return switch (method()) {
            case "median", "median-run" -> Statistic.MEDIAN;
            case "pessimistic" -> max ? Statistic.MAX : Statistic.MIN;
            default -> max ? Statistic.MIN : Statistic.MAX;
        };
    }

    String method() {
        return options.get("aggregationMethod") instanceof DocumentNode.Text text
                ? text.text()
                : blockAggregation.orElse("optimistic");
    }

    private Severity severity() {
        return level.equals("warn") ? Severity.WARNING : Severity.CRITICAL;
    }

    private static Optional<Metric> metric(String[] parts) {
        if (parts.length == 2 && parts[0].equals("categories") && parts[1].equals("performance")) {
            return Optional.of(Metric.SCORE);
        }
        if (parts.length == 3 && parts[0].equals("resource-summary")) {
            return switch (parts[2]) {
                case "size" -> LighthouseMetricNames.resource("BYTES", parts[1]);
                case "count" -> LighthouseMetricNames.resource("REQUESTS", parts[1]);
                default -> Optional.empty();
            };
        }
        return parts.length == 1 ? LighthouseMetricNames.audit(parts[0]) : Optional.empty();
    }

    /** The message key of the reason why the audit is not supported. */
    private static String reason(String audit) {
        return switch (audit) {
            case "user-timings" -> "import.ignored.userTimings";
            case "server-response-time" -> "import.ignored.serverResponseTime";
            case "performance-budget", "timing-budget" -> "import.ignored.budgetAudit";
            case "categories" -> "import.ignored.category";
            default -> "import.ignored.notMeasured";
        };
    }
}
