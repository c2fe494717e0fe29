package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.reporting.chart.ValueText;
import dev.tidemark.web.support.TimeText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A line of the table that teams keep by hand: metric, budget, current, target, rating, trend, since when.
 *
 * @param limits of one metric and statistic, the softest first
 * @param verdicts of those that this probe can be judged by
 * @param course the trend as SVG; empty without one
 * @param since when it began to stand as it stands, in words
 */
public record PresetRow(
        List<Limit> limits, OptionalDouble target, List<Verdict> verdicts, String course, String since) {

    public PresetRow {
        limits = List.copyOf(limits);
        verdicts = List.copyOf(verdicts);
    }

    public String metric() {
        return first().metric().code();
    }

    public String title() {
        return first().metric().title();
    }

    /** "p95 over 1 d"; empty for the plain median. */
    public String how() {
        String window =
                first().window().map(span -> " over " + TimeText.span(span)).orElse("");
        return first().metric().isOfOutcomes() || window.isEmpty()
                ? window.strip()
                : first().statistic().label() + window;
    }

    /** "≤ 200 ms (warning), ≤ 500 ms"; empty where there is only a target. */
    public String budget() {
        return limits.stream()
                .map(limit -> sign(limit)
                        + ValueText.of(limit.metric(), value(limit))
                        + (limits.size() > 1 ? " " + limit.severity().label() : ""))
                .collect(Collectors.joining(", "));
    }

    public String targetText() {
        return target.isEmpty() ? "" : sign(first()) + ValueText.of(first().metric(), target.getAsDouble());
    }

    public String current() {
        Optional<Verdict> known =
                verdicts.stream().filter(one -> one.value().isPresent()).findFirst();
        return known.map(one -> ValueText.of(first().metric(), one.value().getAsDouble()))
                .orElse(hasSource() ? "n/a" : "no source yet");
    }

    public boolean hasSource() {
        return !verdicts.isEmpty();
    }

    /** on target, within budget, over the warning, over budget, unknown; empty without a source. */
    public String rating() {
        if (!hasSource()) {
            return "";
        }
        return switch (tone()) {
            case "failing" -> "over budget";
            case "degraded" -> "over the warning";
            case "good" ->
                target.isEmpty() ? "within budget" : meetsTarget() ? "on target" : "within budget, over target";
            default -> "unknown";
        };
    }

    /** failing, degraded, good or unknown. */
    public String tone() {
        Optional<Verdict> worst = verdicts.stream()
                .filter(Verdict::isOverBudget)
                .reduce((one, other) ->
                        one.limit().severity().compareTo(other.limit().severity()) >= 0 ? one : other);
        if (worst.isPresent()) {
            return worst.get().limit().severity().ordinal() == 0 ? "degraded" : "failing";
        }
        boolean kept = hasSource() && verdicts.stream().allMatch(one -> one.kind() == Verdict.VerdictKind.PASS);
        return kept ? "good" : "unknown";
    }

    /** Why there is no verdict, or what it follows from. */
    public String arithmetic() {
        return verdicts.stream().map(Verdict::arithmetic).distinct().collect(Collectors.joining("; "));
    }

    private boolean meetsTarget() {
        Bound.Fixed line = first().bound() instanceof Bound.Max
                ? new Bound.Max(target.orElseThrow())
                : new Bound.Min(target.orElseThrow());
        return verdicts.stream().flatMapToDouble(one -> one.value().stream()).allMatch(line::allows);
    }

    private Limit first() {
        return limits.get(0);
    }

    private static String sign(Limit limit) {
        return limit.bound() instanceof Bound.Max ? "≤ " : "≥ ";
    }

    private static double value(Limit limit) {
        return limit.fixed().map(Bound.Fixed::value).orElse(0.0);
    }
}
