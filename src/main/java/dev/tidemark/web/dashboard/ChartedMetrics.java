package dev.tidemark.web.dashboard;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The metrics that the page of a probe offers: of the page, of its repeat view, and the durations of steps. */
final class ChartedMetrics {

    private static final List<String> OF_THE_PAGE =
            List.of("LCP", "FCP", "CLS", "TTI", "TBT", "TTFB", "INP", "SI", "SCORE", "LOAD", "BYTES", "REQUESTS");
    private static final List<String> OF_OUTCOMES = List.of("UPTIME", "ERRORS");
    private static final List<Metric> OF_THE_REPEAT_VIEW = List.of(Metric.LCP, Metric.FCP, Metric.LOAD, Metric.BYTES);
    private static final int MOST_STEPS = 20;

    private ChartedMetrics() {}

    static List<String> of(Probe probe) {
        Stream<String> repeat = probe.pageLoadSettings().repeatView()
                ? OF_THE_REPEAT_VIEW.stream()
                        .map(metric -> Metric.ofRepeatView(metric).code())
                : Stream.empty();
        return Stream.of(OF_THE_PAGE.stream(), repeat, steps(probe.target()), OF_OUTCOMES.stream())
                .flatMap(codes -> codes)
                .toList();
    }

    private static Stream<String> steps(Target target) {
        return target instanceof Target.Journey journey
                ? IntStream.rangeClosed(1, Math.min(MOST_STEPS, journey.steps().size()))
                        .mapToObj(n -> Metric.ofStep(n, Metric.of("DURATION")).code())
                : Stream.empty();
    }
}
