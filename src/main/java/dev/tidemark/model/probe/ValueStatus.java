package dev.tidemark.model.probe;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a value is presented, the same in every view: first against the limits of its metric, and beside it the rating by the
 * official thresholds.
 *
 * @param limit the limit that decides the budget status: the most severe one that is over budget, otherwise the closest one; empty
 *     without a limit
 */
public record ValueStatus(Optional<BudgetStatus> budget, Optional<Limit> limit, Optional<Rating> rating) {

    /** Neither a limit nor a rating. */
    public static final ValueStatus NONE = new ValueStatus(Optional.empty(), Optional.empty(), Optional.empty());

    /** Considers the limits that a single value decides, see {@link Limit#isPerRun}. */
    public static ValueStatus of(Measurement one, List<Limit> limits, FormFactor form) {
        Optional<Limit> decisive = limits.stream()
                .filter(limit -> limit.isPerRun() && limit.metric().equals(one.metric()))
                .min(Comparator.comparing((Limit limit) -> status(one, limit))
                        .thenComparing(limit -> status(one, limit) == BudgetStatus.OVER
                                ? -limit.severity().ordinal()
                                : 0)
                        .thenComparing(Comparator.comparingDouble((Limit limit) -> use(one, limit))
                                .reversed()));
        return new ValueStatus(decisive.map(limit -> status(one, limit)), decisive, Thresholds.rate(one, form));
    }

    /** The same value, where a limit is over budget that is not decided by a single value. */
    public ValueStatus overBudget(Limit other) {
        return new ValueStatus(Optional.of(BudgetStatus.OVER), Optional.of(other), rating);
    }

    public boolean isOver() {
        return budget.filter(BudgetStatus.OVER::equals).isPresent();
    }

    /** CSS-safe: {@code over}, {@code near} or {@code within}; without a limit the label of the rating, or {@code none}. */
    public String tone() {
        return budget.map(BudgetStatus::label).orElseGet(this::ratingLabel);
    }

    /** The label of the rating, or {@code none}. */
    public String ratingLabel() {
        return rating.map(Rating::label).orElse("none");
    }

    /** The colour and shape in drawings: like a good, a fair or a poor value; empty for a neutral one. */
    public Optional<Rating> shade() {
        return budget.map(one -> switch (one) {
                    case WITHIN -> Rating.GOOD;
                    case NEAR -> Rating.NEEDS_IMPROVEMENT;
                    case OVER -> Rating.POOR;
                })
                .or(() -> rating);
    }

    /** {@code over budget}, {@code near the limit} or {@code within budget}; blank without a limit. */
    public LocalizedMessage budgetTitle() {
        return budget.map(one -> LocalizedMessage.of("common.budget." + one.label()))
                .orElse(LocalizedMessage.EMPTY);
    }

    /** {@code good}, {@code needs improvement} or {@code poor}; blank without a rating. */
    public LocalizedMessage ratingTitle() {
        return rating.map(one -> LocalizedMessage.of("common.rating." + one.label()))
                .orElse(LocalizedMessage.EMPTY);
    }

    /** The value with enough digits not to look like the limit that it is compared with. */
    public String text(Measurement one) {
        return limit.flatMap(Limit::fixedThreshold)
                .map(fixed -> MetricFormat.against(one.metric(), one.value(), fixed.value()))
                .orElseGet(() -> MetricFormat.of(one.metric(), one.value()));
    }

    private static BudgetStatus status(Measurement one, Limit limit) {
        return BudgetStatus.of(one.metric(), limit.fixedThreshold().orElseThrow(), one.value());
    }

    /** The share of the limit that is used; above 1 over budget. */
    private static double use(Measurement one, Limit limit) {
        Bound.Fixed threshold = limit.fixedThreshold().orElseThrow();
        return threshold instanceof Bound.Max ? one.value() / threshold.value() : threshold.value() / one.value();
    }
}
