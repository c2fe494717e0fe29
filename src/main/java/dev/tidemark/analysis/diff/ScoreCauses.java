package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.PerformanceScore;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What moved the performance score: it is a sum over five metrics, so that each has its points. */
record ScoreCauses(DiffInput pair) {

    private static final double POINTS = 100;

    /** None when a side lacks one of the five, or its profile is not known. */
    List<Contribution> score(double whole) {
        Map<Metric, Double> was = points(pair.before());
        Map<Metric, Double> is = points(pair.after());
        if (was.isEmpty() || is.isEmpty()) {
            return List.of();
        }
        List<Contribution> all = new ArrayList<>();
        double rest = whole;
        for (Map.Entry<Metric, Double> one : was.entrySet()) {
            double moved = (is.get(one.getKey()) - one.getValue()) / POINTS;
            all.add(contribution(one.getKey(), moved));
            rest -= moved;
        }
        all.add(new Contribution(
                LocalizedMessage.of("cause.scoreRounding"), LocalizedMessage.of("cause.scoreRounding.detail"), rest));
        return all;
    }

    private Contribution contribution(Metric metric, double moved) {
        return new Contribution(
                LocalizedMessage.of(
                        "cause.scorePoints",
                        metric.shortName(),
                        moved < 0 ? 0 : 1,
                        Math.round(Math.abs(moved) * POINTS)),
                LocalizedMessage.of(
                        "cause.scorePoints.detail",
                        metric.title(),
                        text(pair.before(), metric),
                        text(pair.after(), metric)),
                moved);
    }

    private static LocalizedMessage text(DiffSide side, Metric metric) {
        return side.value(metric)
                .map(value -> LocalizedMessage.verbatim(MetricFormat.of(metric, value)))
                .orElse(LocalizedMessage.of("common.value.none"));
    }

    private static Map<Metric, Double> points(DiffSide side) {
        return side.profile()
                .map(profile -> PerformanceScore.parts(side.values(), profile.formFactor()))
                .orElse(Map.of());
    }
}
