package dev.tidemark.browser;

import dev.tidemark.measurement.Measurement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much had been counted by a moment, by metric code, so that a step's own share follows. */
record StepCounts(Map<String, Double> values) {

    private static final Set<String> COUNTED =
            Set.of("REQUESTS", "BYTES", "FAILED_REQUESTS", "HTTP_ERRORS", "CONSOLE_ERRORS", "EXCEPTIONS");

    static StepCounts none() {
        return new StepCounts(Map.of());
    }

    static StepCounts of(PageWatch watch) {
        Map<String, Double> values = new TreeMap<>();
        Stream.of(watch.network().measurements(), watch.hearing().console().measurements())
                .flatMap(List<Measurement>::stream)
                .filter(one -> COUNTED.contains(one.metric().code()))
                .forEach(one -> values.put(one.metric().code(), one.value()));
        return new StepCounts(values);
    }

    /** What was counted since. */
    Map<String, Double> until(PageWatch watch) {
        Map<String, Double> since = of(watch).values();
        since.replaceAll((code, value) -> Math.max(0, value - values.getOrDefault(code, 0.0)));
        return since;
    }
}
