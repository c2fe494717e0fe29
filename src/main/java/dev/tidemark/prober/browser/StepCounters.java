package dev.tidemark.prober.browser;

import dev.tidemark.model.metric.Measurement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counters at a point in time by metric code, from which the share of a step is calculated. */
record StepCounters(Map<String, Double> values) {

    private static final Set<String> COUNTED =
            Set.of("REQUESTS", "BYTES", "FAILED_REQUESTS", "HTTP_ERRORS", "CONSOLE_ERRORS", "EXCEPTIONS");

    static StepCounters none() {
        return new StepCounters(Map.of());
    }

    static StepCounters of(PageMonitor monitor) {
        Map<String, Double> values = new TreeMap<>();
        Stream.of(monitor.network().measurements(), monitor.events().console().measurements())
                .flatMap(List<Measurement>::stream)
                .filter(one -> COUNTED.contains(one.metric().code()))
                .forEach(one -> values.put(one.metric().code(), one.value()));
        return new StepCounters(values);
    }

    /** The increase of each counter since then. */
    Map<String, Double> until(PageMonitor monitor) {
        Map<String, Double> since = of(monitor).values();
        since.replaceAll((code, value) -> Math.max(0, value - values.getOrDefault(code, 0.0)));
        return since;
    }
}
