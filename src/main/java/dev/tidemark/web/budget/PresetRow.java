package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line of the table that teams keep by hand: metric, budget, current, target, rating, trend, since when.
 *
 * @param limits of one metric and statistic, the softest first
 * @param verdicts of those that this probe can be judged by
 * @param course the trend as SVG; empty without one
 * @param since since when the value has been on this side of the limit; blank if unknown
 */
public record PresetRow(
        List<Limit> limits, OptionalDouble target, List<Verdict> verdicts, String course, LocalizedMessage since) {

    public PresetRow {
        limits = List.copyOf(limits);
        verdicts = List.copyOf(verdicts);
    }

    public LocalizedMessage title() {
        return first().metric().label();
    }

    /** "p95 over 24 h"; nothing for the plain median. */
    public LocalizedMessage how() {
        return LimitText.window(first());
    }

    /** "≤ 200 ms (warning), ≤ 500 ms"; empty where there is only a target. */
    public LocalizedMessage budget() {
        return LocalizedMessage.listed(limits.stream().map(this::budget).toList());
    }

    private LocalizedMessage budget(Limit limit) {
        String threshold = LimitText.threshold(limit.metric(), fixed(limit));
        return limits.size() == 1
                ? LocalizedMessage.verbatim(threshold)
                : LocalizedMessage.of("limit.bound", threshold, limit.severity().title());
    }

    public String targetText() {
        return target.isEmpty() ? "" : LimitText.threshold(first().metric(), goal());
    }

    public LocalizedMessage current() {
        Optional<Verdict> known =
                verdicts.stream().filter(one -> one.value().isPresent()).findFirst();
        return known.map(this::value)
                .map(LocalizedMessage::verbatim)
                .orElse(
                        hasSource()
                                ? LocalizedMessage.of("common.value.none")
                                : LocalizedMessage.of("presets.table.noSource"));
    }

    public boolean hasSource() {
        return !verdicts.isEmpty();
    }

    /** on target, within budget, over the warning, over budget, no verdict; empty without a source. */
    public LocalizedMessage rating() {
        if (!hasSource()) {
            return LocalizedMessage.NOTHING;
        }
        return switch (tone()) {
            case "failing" -> LocalizedMessage.of("presets.rating.overBudget");
            case "degraded" -> LocalizedMessage.of("presets.rating.overWarning");
            case "good" ->
                LocalizedMessage.of(
                        target.isEmpty()
                                ? "presets.rating.withinBudget"
                                : meetsTarget() ? "presets.rating.onTarget" : "presets.rating.overTarget");
            default -> LocalizedMessage.of("presets.rating.unknown");
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
    public LocalizedMessage arithmetic() {
        return verdicts.stream()
                .map(Verdict::arithmetic)
                .distinct()
                .reduce((before, next) -> LocalizedMessage.of("budget.calculation.list", before, next))
                .orElse(LocalizedMessage.NOTHING);
    }

    private boolean meetsTarget() {
        return verdicts.stream().flatMapToDouble(one -> one.value().stream()).allMatch(goal()::allows);
    }

    /** The target, on the limit's side. */
    private Bound.Fixed goal() {
        return first().bound() instanceof Bound.Max
                ? new Bound.Max(target.orElseThrow())
                : new Bound.Min(target.orElseThrow());
    }

    private String value(Verdict verdict) {
        double value = verdict.value().getAsDouble();
        return verdict.bound()
                .map(bound -> MetricFormat.against(first().metric(), value, bound.value()))
                .orElseGet(() -> MetricFormat.of(first().metric(), value));
    }

    private Limit first() {
        return limits.get(0);
    }

    private static Bound.Fixed fixed(Limit limit) {
        return limit.fixed().orElseThrow();
    }
}
