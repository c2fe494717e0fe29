package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Both sides of a comparison, with their requests aligned. */
record DiffInput(
        DiffSide before,
        DiffSide after,
        Map<String, AlignedRequest> requestsBefore,
        Map<String, AlignedRequest> requestsAfter,
        List<RequestChange> changes) {

    static DiffInput of(DiffSide before, DiffSide after) {
        Map<String, AlignedRequest> first = AlignedRequest.of(before.pages());
        Map<String, AlignedRequest> second = AlignedRequest.of(after.pages());
        return new DiffInput(before, after, first, second, RequestMatcher.between(first, second));
    }

    boolean hasPages() {
        return !before.pages().isEmpty() && !after.pages().isEmpty();
    }

    /** The change of a value of the page loads: later median minus earlier median. */
    double change(ToDoubleFunction<PageDetails> figure) {
        return change(figure, figure);
    }

    /** The same for a value that is computed differently on each side. */
    double change(ToDoubleFunction<PageDetails> earlier, ToDoubleFunction<PageDetails> later) {
        return median(after, later) - median(before, earlier);
    }

    /** The change of a metric; 0 if a side does not have it. */
    double change(Metric metric) {
        Optional<Double> was = before.value(metric);
        return was.isEmpty() ? 0 : after.value(metric).map(is -> is - was.get()).orElse(0.0);
    }

    /** The change of a part of the LCP, over the page loads that have an LCP; empty if a side has none. */
    Optional<Double> partChange(ToDoubleFunction<LcpElement> part) {
        return partChange(PageDetails::lcp, part);
    }

    /** The same for any value that not every page load has. */
    <T> Optional<Double> partChange(Function<PageDetails, Optional<T>> whole, ToDoubleFunction<T> part) {
        double[] first = parts(before, whole, part);
        double[] second = parts(after, whole, part);
        return first.length == 0 || second.length == 0
                ? Optional.empty()
                : Optional.of(Quantile.of(second, 0.5) - Quantile.of(first, 0.5));
    }

    /** Time of the main thread in long tasks that began before an instant of the load, in ms. */
    static double busy(PageDetails page, double untilMillis) {
        return page.longTasks().stream()
                .filter(task -> task.startMillis() < untilMillis)
                .mapToDouble(LongTask::durationMillis)
                .sum();
    }

    static Optional<AlignedRequest> document(Map<String, AlignedRequest> requests) {
        return requests.values().stream()
                .filter(one -> one.type().equals("document") && !one.example().thirdParty())
                .findFirst();
    }

    private static double median(DiffSide side, ToDoubleFunction<PageDetails> figure) {
        double[] values = side.pages().stream().mapToDouble(figure).toArray();
        return values.length == 0 ? 0 : Quantile.of(values, 0.5);
    }

    private static <T> double[] parts(
            DiffSide side, Function<PageDetails, Optional<T>> whole, ToDoubleFunction<T> part) {
        return side.pages().stream()
                .flatMap(page -> whole.apply(page).stream())
                .mapToDouble(part)
                .toArray();
    }
}
