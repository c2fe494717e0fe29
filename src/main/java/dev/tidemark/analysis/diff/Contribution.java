package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A part of a change, in the unit of the metric that changed. The parts of a change add up to it.
 *
 * @param text with the value of the change
 */
record Contribution(LocalizedMessage text, LocalizedMessage detail, double change) {

    /** "The server answered 300 ms later". @param key of a text with the time, and 1 for later or 0 for earlier */
    static Contribution time(String key, LocalizedMessage detail, double millis) {
        String size = MetricFormat.of(Metric.LCP, Math.abs(millis));
        return new Contribution(LocalizedMessage.of(key, size, millis > 0 ? 1 : 0), detail, millis);
    }

    /**
     * The causes of a change, largest first. Shares relate to the sum of all parts in the direction of the change, so that they never
     * exceed 100 %; parts in the opposite direction come last, without a share.
     *
     * @param minimum smaller parts are summed up
     */
    static List<Cause> ranked(List<Contribution> all, double minimum, int maxCauses) {
        double total = all.stream().mapToDouble(Contribution::change).sum();
        double sameDirection = all.stream()
                .mapToDouble(Contribution::change)
                .filter(change -> change * total > 0)
                .sum();
        List<Cause> causes = new ArrayList<>();
        double explained = 0;
        for (Contribution one : sorted(all)) {
            boolean isListed = Math.abs(one.change) >= minimum && causes.size() < maxCauses;
            if (one.change * total > 0 && isListed) {
                causes.add(new Cause(one.text, one.detail, OptionalDouble.of(one.change / sameDirection)));
                explained += one.change;
            }
        }
        double rest = sameDirection == 0 ? 0 : 1 - explained / sameDirection;
        if (!causes.isEmpty() && rest > 0.02) {
            causes.add(new Cause(
                    LocalizedMessage.of("cause.smallChanges"),
                    LocalizedMessage.of("cause.smallChanges.detail"),
                    OptionalDouble.of(rest)));
        }
        sorted(all).stream()
                .filter(one -> one.change * total < 0 && Math.abs(one.change) >= minimum)
                .limit(2)
                .forEach(one -> causes.add(new Cause(
                        LocalizedMessage.of("cause.opposite", one.text), one.detail, OptionalDouble.empty())));
        return causes;
    }

    private static List<Contribution> sorted(List<Contribution> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(one -> -Math.abs(one.change)))
                .toList();
    }
}
