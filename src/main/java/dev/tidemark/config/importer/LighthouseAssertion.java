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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

    void addTo(ImportCollector collector) {
        String[] parts = key.split("[.:]");
        Optional<Metric> metric = metric(parts);
        if (metric.isEmpty()) {
            collector.ignore(place, LocalizedMessage.of(reason(parts[0]), key));
            return;
        }
        boolean value = options.containsKey("maxNumericValue");
        boolean length = options.containsKey("maxLength");
        boolean score = options.containsKey("minScore");
        if (value) {
            collector
                    .number(options.get("maxNumericValue"), key)
                    .ifPresent(max -> collector.limit(metric.get(), statistic(true), new Bound.Max(max), severity()));
        }
        if ("median-run".equals(method()) && (value || score || !length)) {
            collector.ignore(place, LocalizedMessage.of("import.ignored.medianRun", key));
        }
        if (length) {
            collector.ignore(place, LocalizedMessage.of("import.ignored.maxLength", key));
        }
        if (score) {
            collector.number(options.get("minScore"), key).ifPresent(min -> score(collector, metric.get(), min));
        } else if (!value && !length) {
            score(collector, metric.get(), DEFAULT_SCORE);
        }
    }

    /** Converts a minimum score of a metric to a maximum of the metric itself, with its score curve. */
    private void score(ImportCollector collector, Metric metric, double min) {
        if (metric.equals(Metric.SCORE)) {
            collector.limit(metric, statistic(false), new Bound.Min(min), severity());
            return;
        }
        OptionalDouble max = PerformanceScore.largestValueWith(metric, min, formFactor);
        if (max.isEmpty()) {
            collector.ignore(place, LocalizedMessage.of("import.ignored.noScore", key));
        } else {
            collector.limit(metric, statistic(true), new Bound.Max(max.getAsDouble()), severity());
        }
    }

    private Statistic statistic(boolean max) {
        return switch (method()) {
            case "median", "median-run" -> Statistic.MEDIAN;
            case "pessimistic" -> max ? Statistic.MAX : Statistic.MIN;
            default -> max ? Statistic.MIN : Statistic.MAX;
        };
    }

    private String method() {
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
            default -> "import.ignored.notMeasured";
        };
    }
}
