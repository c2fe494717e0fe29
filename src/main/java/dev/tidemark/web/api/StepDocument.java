package dev.tidemark.web.api;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.StepResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A step of a journey as JSON; {@code n} starts at 1. Its LCP is the metric {@code STEP:n:LCP} in trends and budgets.
 *
 * @param step description of the step; left out in lists
 */
public record StepDocument(int n, String step, Map<String, Double> measurements, Map<String, String> absent) {
    /** The steps; null if nothing was measured per step, so that the document has no such member. */
    static List<StepDocument> all(Measurements measurements, List<AbsentMetric> absent, List<StepResult> facts) {
        TreeSet<Integer> numbers = new TreeSet<>();
        measurements.forEach(item -> item.metric().step().ifPresent(numbers::add));
        for (int n = 1; n <= facts.size(); n++) {
            numbers.add(n);
        }
        List<StepDocument> all = numbers.stream()
                .map(n -> new StepDocument(
                        n,
                        n <= facts.size() ? facts.get(n - 1).title() : null,
                        values(n, measurements),
                        reasons(n, absent)))
                .toList();
        return all.isEmpty() ? null : all;
    }

    private static Map<String, Double> values(int n, Measurements measurements) {
        Map<String, Double> values = new TreeMap<>();
        measurements.stream()
                .filter(item -> item.metric().step().orElse(0) == n)
                .forEach(item -> values.put(item.metric().plain().code(), item.value()));
        return values;
    }

    private static Map<String, String> reasons(int n, List<AbsentMetric> absent) {
        Map<String, String> reasons = new TreeMap<>();
        absent.stream()
                .filter(item -> item.metric().step().orElse(0) == n)
                .forEach(item -> reasons.put(item.metric().plain().code(), item.reason()));
        return reasons;
    }
}
