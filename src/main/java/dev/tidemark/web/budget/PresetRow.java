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
 * A row of a preset: metric, budget, current value, target, rating, trend, since.
 *
 * @param limits limits of one metric and statistic, the least strict first
 * @param verdicts verdicts of the limits that can be evaluated for the probe
 * @param trend sparkline as SVG; empty if there is none
 * @param since since when the value has been on this side of the limit; blank if unknown
 */
public record PresetRow(
        List<Limit> limits, OptionalDouble target, List<Verdict> verdicts, String trend, LocalizedMessage since) {

    public PresetRow {
        limits = List.copyOf(limits);
        verdicts = List.copyOf(verdicts);
    }

    public LocalizedMessage title() {
        return first().metric().label();
    }

    /** "p95 over 24 h"; blank for the median. */
    public LocalizedMessage statistic() {
        return LimitText.window(first());
    }

    /** "≤ 200 ms (warning), ≤ 500 ms"; empty if there is only a target. */
    public LocalizedMessage budget() {
        return LocalizedMessage.list(limits.stream().map(this::budget).toList());
    }

    private LocalizedMessage budget(Limit limit) {
        String threshold = LimitText.threshold(limit.metric(), fixed(limit));
        return limits.size() == 1
                ? LocalizedMessage.verbatim(threshold)
                : LocalizedMessage.of("limit.bound", threshold, limit.severity().title());
    }

    public String targetText() {
        return target.isEmpty() ? "" : LimitText.threshold(first().metric(), targetBound());
    }

    public LocalizedMessage current() {
        Optional<Verdict> cache =
                verdicts.stream().filter(one -> one.value().isPresent()).findFirst();
        return cache.map(this::value)
                .map(LocalizedMessage::verbatim)
                .orElse(
                        hasSource()
                                ? LocalizedMessage.of("common.value.none")
                                : LocalizedMessage.of("presets.table.noSource"));
    }

    public boolean hasSource() {
        return !verdicts.isEmpty();
    }

    /** The rating: on target, within budget, over warning, over budget, unknown; blank without a source. */
    public LocalizedMessage rating() {
        if (!hasSource()) {
            return LocalizedMessage.EMPTY;
        }
        return switch (status()) {
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

    /** {@code failing}, {@code degraded}, {@code good} or {@code unknown}. */
    public String status() {
        Optional<Verdict> worst = verdicts.stream()
                .filter(Verdict::isOverBudget)
                .reduce((one, other) ->
                        one.limit().severity().compareTo(other.limit().severity()) >= 0 ? one : other);
        if (worst.isPresent()) {
            return worst.get().limit().severity().ordinal() == 0 ? "degraded" : "failing";
        }
        boolean withinBudget = hasSource() && verdicts.stream().allMatch(one -> one.kind() == Verdict.VerdictKind.PASS);
        return withinBudget ? "good" : "unknown";
    }

    /** How the verdicts were calculated, or why there are none. */
    public LocalizedMessage calculation() {
        return verdicts.stream()
                .map(Verdict::calculation)
                .distinct()
                .reduce((before, next) -> LocalizedMessage.of("budget.calculation.list", before, next))
                .orElse(LocalizedMessage.EMPTY);
    }

    private boolean meetsTarget() {
        return verdicts.stream().flatMapToDouble(one -> one.value().stream()).allMatch(targetBound()::allows);
    }

    /** The target, as a maximum or minimum like the limit. */
    private Bound.Fixed targetBound() {
        return first().threshold() instanceof Bound.Max
                ? new Bound.Max(target.orElseThrow())
                : new Bound.Min(target.orElseThrow());
    }

    private String value(Verdict verdict) {
        double value = verdict.value().getAsDouble();
        return verdict.threshold()
                .map(bound -> MetricFormat.against(first().metric(), value, bound.value()))
                .orElseGet(() -> MetricFormat.of(first().metric(), value));
    }

    private Limit first() {
        return limits.get(0);
    }

    private static Bound.Fixed fixed(Limit limit) {
        return limit.fixedThreshold().orElseThrow();
    }
}
