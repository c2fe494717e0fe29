package dev.tidemark.alerting.incident;

import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;
import java.util.OptionalDouble;

/** Verdicts on limits of at most 2500 ms, for tests. */
final class Verdicts {

    private Verdicts() {}

    static Limit atMost(Metric metric, double bound, Severity severity) {
        return new Limit(metric, Statistic.MEDIAN, new Bound.Max(bound), severity, 1, 3, Optional.empty());
    }

    static Verdict broken(Metric metric, Severity severity) {
        return new Verdict(
                atMost(metric, 2500, severity),
                VerdictKind.FAIL,
                OptionalDouble.of(3912),
                3,
                3,
                LocalizedMessage.verbatim("3912, 3900, 3800"));
    }

    static Verdict kept(Metric metric, Severity severity) {
        return new Verdict(
                atMost(metric, 2500, severity),
                VerdictKind.PASS,
                OptionalDouble.of(2104),
                0,
                3,
                LocalizedMessage.verbatim("2104, 2000, 1900"));
    }

    static Verdict unknown(Metric metric, Severity severity) {
        return new Verdict(
                atMost(metric, 2500, severity),
                VerdictKind.UNKNOWN,
                OptionalDouble.empty(),
                0,
                0,
                LocalizedMessage.verbatim("no interaction"));
    }
}
