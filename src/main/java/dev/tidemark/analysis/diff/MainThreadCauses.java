package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Causes of changes of TBT and CLS: blocking time (the part of each long task over 50 ms, https://web.dev/articles/tbt) by script, and
 * layout shifts by element, as means over the loads of a side.
 */
record MainThreadCauses(DiffInput input) {

    private static final double BLOCKING_FROM_MILLIS = 50;

    /** The name of an unknown script or element. */
    private static final String UNKNOWN = "";

    List<Contribution> tbt() {
        return changes(MainThreadCauses::blockingByScript).entrySet().stream()
                .map(one -> new Contribution(
                        LocalizedMessage.of(
                                "cause.blockingTime",
                                scriptName(one.getKey()),
                                MetricFormat.of(Metric.TBT, Math.abs(one.getValue())),
                                one.getValue() > 0 ? 1 : 0),
                        orElse(one.getKey(), "cause.unattributedWork"),
                        one.getValue()))
                .toList();
    }

    /** The script whose blocking time changed most. */
    Optional<LocalizedMessage> worst() {
        return tbt().stream()
                .max(Comparator.comparingDouble(one -> Math.abs(one.change())))
                .map(Contribution::detail);
    }

    List<Contribution> cls() {
        return changes(MainThreadCauses::shiftsByElement).entrySet().stream()
                .map(one -> new Contribution(
                        LocalizedMessage.of(
                                "cause.shift",
                                elementName(one.getKey()),
                                MetricFormat.of(Metric.CLS, Math.abs(one.getValue())),
                                one.getValue() > 0 ? 1 : 0),
                        LocalizedMessage.of("cause.shift.detail"),
                        one.getValue()))
                .toList();
    }

    /** The display name of an element of {@link #shiftsByElement}. */
    static LocalizedMessage elementName(String element) {
        return orElse(element, "cause.unknownElement");
    }

    private Map<String, Double> changes(Function<PageDetails, Map<String, Double>> figure) {
        Map<String, Double> first = mean(input.before().pages(), figure);
        Map<String, Double> second = mean(input.after().pages(), figure);
        Map<String, Double> changes = new HashMap<>();
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        names.forEach(name -> changes.put(name, second.getOrDefault(name, 0.0) - first.getOrDefault(name, 0.0)));
        return changes;
    }

    private static Map<String, Double> mean(
            List<PageDetails> pages, Function<PageDetails, Map<String, Double>> figure) {
        Map<String, Double> sums = new HashMap<>();
        pages.forEach(page ->
                figure.apply(page).forEach((name, value) -> sums.merge(name, value / pages.size(), Double::sum)));
        return sums;
    }

    static Map<String, Double> blockingByScript(PageDetails page) {
        Map<String, Double> blocking = new HashMap<>();
        for (LongTask task : page.longTasks()) {
            String script = task.script()
                    .filter(url -> !url.isBlank())
                    .map(UrlPattern::of)
                    .orElse(UNKNOWN);
            blocking.merge(script, Math.max(0, task.durationMillis() - BLOCKING_FROM_MILLIS), Double::sum);
        }
        return blocking;
    }

    static Map<String, Double> shiftsByElement(PageDetails page) {
        Map<String, Double> shifts = new HashMap<>();
        for (LayoutShift shift : page.shifts()) {
            if (!shift.afterInput()) {
                shifts.merge(shift.selector().map(UrlPattern::withoutIds).orElse(UNKNOWN), shift.value(), Double::sum);
            }
        }
        return shifts;
    }

    private static LocalizedMessage scriptName(String script) {
        if (script.equals(UNKNOWN)) {
            return LocalizedMessage.of("cause.unattributedWork.title");
        }
        String owner = HostOwners.known(UrlNames.ofHost(script))
                .map(name -> " (" + name + ")")
                .orElse("");
        return LocalizedMessage.verbatim(UrlNames.ofFile(script) + owner);
    }

    private static LocalizedMessage orElse(String name, String otherKey) {
        return name.equals(UNKNOWN) ? LocalizedMessage.of(otherKey) : LocalizedMessage.verbatim(name);
    }
}
