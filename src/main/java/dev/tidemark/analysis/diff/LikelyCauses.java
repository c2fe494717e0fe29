package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks the likely causes of a change of a metric: its parts, each with its share of the change. */
final class LikelyCauses {

    /** Metrics with known parts, in the order in which one is selected to be explained. */
    static final Set<Metric> EXPLAINED = new java.util.LinkedHashSet<>(List.of(
            Metric.LCP,
            Metric.FCP,
            Metric.CLS,
            Metric.TBT,
            Metric.INP,
            Metric.TTFB,
            Metric.TTI,
            Metric.SI,
            Metric.SCORE,
            Metric.LOAD,
            Metric.BYTES,
            Metric.REQUESTS));

    private static final int MAX_CAUSES = 6;
    private static final Map<Metric, Double> MIN_CHANGE = new LinkedHashMap<>();

    static {
        MIN_CHANGE.put(Metric.CLS, 0.002);
        MIN_CHANGE.put(Metric.SCORE, 0.005);
        MIN_CHANGE.put(Metric.BYTES, 1_000.0);
        MIN_CHANGE.put(Metric.REQUESTS, 0.5);
    }

    private LikelyCauses() {}

    static List<Cause> of(Metric metric, MetricDelta delta, DiffInput input) {
        List<Cause> causes = new ArrayList<>();
        if (input.hasPages() || metric.equals(Metric.SCORE)) {
            causes.addAll(Contribution.ranked(
                    parts(metric, delta, input), MIN_CHANGE.getOrDefault(metric, 15.0), MAX_CAUSES));
        }
        if (metric.equals(Metric.SI)) {
            causes.addAll(new InteractivityCauses(input).speedIndex());
        }
        causes.addAll(ConditionChanges.between(input.before(), input.after()));
        return causes;
    }

    private static List<Contribution> parts(Metric metric, MetricDelta delta, DiffInput input) {
        return switch (metric.code()) {
            case "LCP" -> new PaintCauses(input).lcp();
            case "FCP" -> new PaintCauses(input).fcp(delta.difference());
            case "TTFB" -> new PaintCauses(input).firstByte(delta.difference());
            case "TBT" -> new MainThreadCauses(input).tbt();
            case "CLS" -> new MainThreadCauses(input).cls();
            case "INP" -> new InteractivityCauses(input).inp();
            case "TTI" -> new InteractivityCauses(input).tti(delta.difference());
            case "LOAD" -> new InteractivityCauses(input).load(delta.difference());
            case "SCORE" -> new ScoreCauses(input).score(delta.difference());
            case "BYTES" -> new PageWeightCauses(input).bytes();
            case "REQUESTS" -> new PageWeightCauses(input).requests();
            default -> List.of();
        };
    }
}
