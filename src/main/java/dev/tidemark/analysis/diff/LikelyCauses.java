package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks what likely moved a metric: the parts that it is made of, each with its share of the change. */
final class LikelyCauses {

    /** Those whose parts are known, in the order of what people care for. */
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

    private static final int MOST = 6;
    private static final Map<Metric, Double> SMALLEST = new LinkedHashMap<>();

    static {
        SMALLEST.put(Metric.CLS, 0.002);
        SMALLEST.put(Metric.SCORE, 0.005);
        SMALLEST.put(Metric.BYTES, 1_000.0);
        SMALLEST.put(Metric.REQUESTS, 0.5);
    }

    private LikelyCauses() {}

    static List<Cause> of(Metric metric, MetricDelta delta, DiffInput pair) {
        List<Cause> causes = new ArrayList<>();
        if (pair.hasPages() || metric.equals(Metric.SCORE)) {
            causes.addAll(Contribution.ranked(parts(metric, delta, pair), SMALLEST.getOrDefault(metric, 15.0), MOST));
        }
        if (metric.equals(Metric.SI)) {
            causes.addAll(new InteractivityCauses(pair).speedIndex());
        }
        causes.addAll(ConditionChanges.between(pair.before(), pair.after()));
        return causes;
    }

    private static List<Contribution> parts(Metric metric, MetricDelta delta, DiffInput pair) {
        return switch (metric.code()) {
            case "LCP" -> new PaintCauses(pair).lcp();
            case "FCP" -> new PaintCauses(pair).fcp(delta.difference());
            case "TTFB" -> new PaintCauses(pair).firstByte(delta.difference());
            case "TBT" -> new MainThreadCauses(pair).tbt();
            case "CLS" -> new MainThreadCauses(pair).cls();
            case "INP" -> new InteractivityCauses(pair).inp();
            case "TTI" -> new InteractivityCauses(pair).tti(delta.difference());
            case "LOAD" -> new InteractivityCauses(pair).load(delta.difference());
            case "SCORE" -> new ScoreCauses(pair).score(delta.difference());
            case "BYTES" -> new PageWeightCauses(pair).bytes();
            case "REQUESTS" -> new PageWeightCauses(pair).requests();
            default -> List.of();
        };
    }
}
