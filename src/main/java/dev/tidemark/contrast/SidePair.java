package dev.tidemark.contrast;

import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Quantile;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.PageFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Both sides with their requests aligned: what the causes are looked for in. */
record SidePair(
        Load before,
        Load after,
        Map<String, Aligned> requestsBefore,
        Map<String, Aligned> requestsAfter,
        List<RequestChange> changes) {

    static SidePair of(Load before, Load after) {
        Map<String, Aligned> first = Aligned.of(before.pages());
        Map<String, Aligned> second = Aligned.of(after.pages());
        return new SidePair(before, after, first, second, RequestChanges.between(first, second));
    }

    boolean hasPages() {
        return !before.pages().isEmpty() && !after.pages().isEmpty();
    }

    /** How a figure of the pages moved: later median less earlier median. */
    double moved(ToDoubleFunction<PageFacts> figure) {
        return moved(figure, figure);
    }

    /** The same for a figure that is read off each side in its own way. */
    double moved(ToDoubleFunction<PageFacts> earlier, ToDoubleFunction<PageFacts> later) {
        return median(after, later) - median(before, earlier);
    }

    /** How a metric moved; 0 when a side has none. */
    double moved(Metric metric) {
        Optional<Double> was = before.value(metric);
        return was.isEmpty() ? 0 : after.value(metric).map(is -> is - was.get()).orElse(0.0);
    }

    /** How a part of the LCP moved, over the pages that have one; empty when a side has none. */
    Optional<Double> movedPart(ToDoubleFunction<LcpElement> part) {
        return movedPart(PageFacts::lcp, part);
    }

    /** The same of anything that not every page has. */
    <T> Optional<Double> movedPart(Function<PageFacts, Optional<T>> whole, ToDoubleFunction<T> part) {
        double[] first = parts(before, whole, part);
        double[] second = parts(after, whole, part);
        return first.length == 0 || second.length == 0
                ? Optional.empty()
                : Optional.of(Quantile.of(second, 0.5) - Quantile.of(first, 0.5));
    }

    /** The main thread's time in long tasks that began before that time. */
    static double busy(PageFacts page, double untilMillis) {
        return page.longTasks().stream()
                .filter(task -> task.startMillis() < untilMillis)
                .mapToDouble(LongTask::durationMillis)
                .sum();
    }

    static Optional<Aligned> document(Map<String, Aligned> requests) {
        return requests.values().stream()
                .filter(one -> one.type().equals("document") && !one.example().thirdParty())
                .findFirst();
    }

    private static double median(Load side, ToDoubleFunction<PageFacts> figure) {
        double[] values = side.pages().stream().mapToDouble(figure).toArray();
        return values.length == 0 ? 0 : Quantile.of(values, 0.5);
    }

    private static <T> double[] parts(Load side, Function<PageFacts, Optional<T>> whole, ToDoubleFunction<T> part) {
        return side.pages().stream()
                .flatMap(page -> whole.apply(page).stream())
                .mapToDouble(part)
                .toArray();
    }
}
