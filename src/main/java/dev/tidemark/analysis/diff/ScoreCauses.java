package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.PerformanceScore;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Causes of a change of the performance score, which is a weighted sum of five metrics. */
record ScoreCauses(DiffInput input) {

    private static final double POINTS = 100;

    /** Empty if a side lacks one of the five metrics, or if its profile is unknown. */
    List<Contribution> score(double whole) {
        Map<Metric, Double> was = points(input.before());
        Map<Metric, Double> is = points(input.after());
        if (was.isEmpty() || is.isEmpty()) {
            return List.of();
        }
        List<Contribution> all = new ArrayList<>();
        double rest = whole;
        for (Map.Entry<Metric, Double> one : was.entrySet()) {
            double change = (is.get(one.getKey()) - one.getValue()) / POINTS;
            all.add(contribution(one.getKey(), change));
            rest -= change;
        }
        all.add(new Contribution(
                LocalizedMessage.of("cause.scoreRounding"), LocalizedMessage.of("cause.scoreRounding.detail"), rest));
        return all;
    }

    private Contribution contribution(Metric metric, double change) {
        return new Contribution(
                LocalizedMessage.of(
                        "cause.scorePoints",
                        metric.shortName(),
                        change < 0 ? 0 : 1,
                        Math.round(Math.abs(change) * POINTS)),
                LocalizedMessage.of(
                        "cause.scorePoints.detail",
                        metric.title(),
                        text(input.before(), metric),
                        text(input.after(), metric)),
                change);
    }

    private static LocalizedMessage text(DiffSide side, Metric metric) {
        return side.value(metric)
                .map(value -> LocalizedMessage.verbatim(MetricFormat.of(metric, value)))
                .orElse(LocalizedMessage.of("common.value.none"));
    }

    private static Map<Metric, Double> points(DiffSide side) {
        return side.profile()
                .map(profile -> PerformanceScore.points(side.values(), profile.formFactor()))
                .orElse(Map.of());
    }
}
