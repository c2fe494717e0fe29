package dev.tidemark.reporting.status;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.BudgetStatus;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.ValueStatus;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One metric of one run, ready to be shown. Without a value, {@code text} is "n/a" and {@code exact} the reason.
 *
 * @param current false for a value of an older run, which is neither rated nor compared with limits
 */
public record MetricTile(
        Metric metric,
        LocalizedMessage text,
        LocalizedMessage exact,
        ValueStatus status,
        boolean present,
        boolean current) {

    /** The metric's median in the run, or why there is none. */
    public static MetricTile of(Run run, Metric metric, List<Limit> limits, FormFactor formFactor) {
        return run.measurements()
                .find(metric)
                .map(one -> of(one, limits, formFactor))
                .orElseGet(() -> absent(metric, reason(run, metric)));
    }

    public static MetricTile of(Measurement one, List<Limit> limits, FormFactor formFactor) {
        ValueStatus status = ValueStatus.of(one, limits, formFactor);
        return new MetricTile(
                one.metric(),
                LocalizedMessage.verbatim(status.text(one)),
                LocalizedMessage.verbatim(MetricFormat.exact(one.metric(), one.value())),
                status,
                true,
                true);
    }

    public static MetricTile absent(Metric metric, LocalizedMessage reason) {
        LocalizedMessage none = LocalizedMessage.of("common.value.none");
        return new MetricTile(metric, none, reason, ValueStatus.NONE, false, true);
    }

    /** The same value as that of an older run. */
    MetricTile stale() {
        return new MetricTile(metric, text, exact, ValueStatus.NONE, present, false);
    }

    /** The same value, where a limit is over budget that is not decided by a single run. */
    MetricTile overBudget(Limit limit) {
        return new MetricTile(metric, text, exact, status.overBudget(limit), present, current);
    }

    public String code() {
        return metric.code();
    }

    public LocalizedMessage title() {
        return metric.label();
    }

    /** The label of the rating, or "none". */
    public String rating() {
        return status.ratingLabel();
    }

    /** CSS-safe: over, near or within budget, else the rating; "stale" for a value of an older run, "none" for a neutral one. */
    public String tone() {
        return current ? status.tone() : "stale";
    }

    /** {@code over budget (≤ 1.00 s)}; blank without a limit. */
    public LocalizedMessage budgetText() {
        return status.limit()
                .map(limit -> LocalizedMessage.of(
                        "common.budgetLimit."
                                + status.budget().orElse(BudgetStatus.WITHIN).label(),
                        threshold(limit)))
                .orElse(LocalizedMessage.EMPTY);
    }

    /** {@code over ≤ 1.00 s} for a narrow column; blank without a limit. */
    public LocalizedMessage shortBudgetText() {
        return status.limit()
                .map(limit -> LocalizedMessage.of(
                        "common.budgetShort."
                                + status.budget().orElse(BudgetStatus.WITHIN).label(),
                        threshold(limit)))
                .orElse(LocalizedMessage.EMPTY);
    }

    /** {@code good}; blank without a rating. */
    public LocalizedMessage ratingText() {
        return status.ratingTitle();
    }

    /** For screen readers: "1,834.2 ms, over budget (≤ 1.00 s), good". */
    public LocalizedMessage accessibleText() {
        return LocalizedMessage.list(Stream.of(exact, budgetText(), ratingText())
                .filter(text -> !text.isBlank())
                .toList());
    }

    private static LocalizedMessage threshold(Limit limit) {
        if (limit.isPerRun()) {
            return LocalizedMessage.verbatim(
                    LimitText.threshold(limit.metric(), limit.fixedThreshold().orElseThrow()));
        }
        LocalizedMessage window = LimitText.window(limit);
        LocalizedMessage condition = LimitText.condition(limit);
        return window.isBlank() ? condition : LocalizedMessage.list(List.of(condition, window));
    }

    private static LocalizedMessage reason(Run run, Metric metric) {
        Optional<AbsentMetric> absent =
                run.absent().stream().filter(one -> one.metric().equals(metric)).findFirst();
        return absent.map(absence -> LocalizedMessage.verbatim(absence.reason()))
                .orElse(LocalizedMessage.of(
                        run.measurements().isEmpty() ? "common.value.runWithoutValues" : "common.value.notMeasured"));
    }
}
