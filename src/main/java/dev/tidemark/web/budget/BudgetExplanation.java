package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.ErrorBudget;
import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.BudgetStatus;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The limits of a probe at a location, with their origin and verdict at an instant.
 *
 * @param limits those that apply
 * @param inactive those that are defined but do not apply
 */
public record BudgetExplanation(
        Probe probe, LocationName location, Instant at, List<AppliedLimit> limits, List<InactiveLimit> inactive) {

    public BudgetExplanation {
        limits = List.copyOf(limits);
        inactive = List.copyOf(inactive);
    }

    /**
     * A limit that applies.
     *
     * @param burnRate for limits on uptime and failed runs
     */
    public record AppliedLimit(Verdict verdict, Optional<BurnRate> burnRate, FormFactor formFactor) {

        public Limit limit() {
            return verdict.limit();
        }

        public LocalizedMessage text() {
            return LimitText.of(limit());
        }

        /** The origin: the probe, a preset, a tag, or an import. */
        public LocalizedMessage origin() {
            String[] words = limit().scope().origin().split(" ", 2);
            String name = words[words.length - 1];
            return switch (words[0]) {
                case "" -> LocalizedMessage.of("budgets.limits.source.probe");
                case "preset" -> LocalizedMessage.of("budgets.limits.source.preset", name);
                case "import" -> LocalizedMessage.of("budgets.limits.source.import", name);
                case "suggested" -> LocalizedMessage.of("budgets.limits.source.suggestion");
                case "tag" -> LocalizedMessage.of("scope.tag", name);
                default -> LocalizedMessage.verbatim(limit().scope().origin());
            };
        }

        /** {@code pass}, {@code fail} or {@code unknown}. */
        public String state() {
            return verdict.kind().name().toLowerCase(Locale.ROOT);
        }

        /**
         * The state that gives it color and shape: {@code good}, {@code near}, {@code unknown}, {@code degraded} or
         * {@code failing}, by severity.
         */
        public String status() {
            return switch (verdict.kind()) {
                case PASS -> isNear() ? "near" : "good";
                case UNKNOWN -> "unknown";
                case FAIL -> limit().severity().ordinal() == 0 ? "degraded" : "failing";
            };
        }

        /** {@code within budget}, {@code near the limit}, {@code over budget} or {@code unknown}. */
        public LocalizedMessage title() {
            return LocalizedMessage.of("budgets.verdict." + (status().equals("near") ? "near" : state()));
        }

        /** The rating of the value by the official thresholds; blank without a value or thresholds. */
        public LocalizedMessage rating() {
            return measured()
                    .flatMap(one -> Thresholds.rate(one, formFactor))
                    .map(one -> LocalizedMessage.of(
                            "budgets.limits.rating", LocalizedMessage.of("common.rating." + one.label())))
                    .orElse(LocalizedMessage.EMPTY);
        }

        private boolean isNear() {
            return verdict.threshold()
                    .flatMap(threshold -> measured()
                            .filter(one -> BudgetStatus.of(one.metric(), threshold, one.value()) == BudgetStatus.NEAR))
                    .isPresent();
        }

        private Optional<Measurement> measured() {
            return verdict.value().isPresent()
                    ? Optional.of(
                            new Measurement(limit().metric(), verdict.value().getAsDouble()))
                    : Optional.empty();
        }

        /** The target; blank if there is none. */
        public LocalizedMessage target() {
            return LimitText.target(limit());
        }
    }

    /**
     * An error budget and how fast it is spent.
     *
     * @param lastHour burn rate over the last hour; at 1 the budget is spent exactly at the end of the window
     * @param lastDay burn rate over the last 24 hours
     */
    public record BurnRate(ErrorBudget budget, double lastHour, double lastDay) {

        /** "4.3 failures allowed, 1 observed, 76 % left. Burn rate 0.4 over 24 h, 0 over 1 h." */
        public LocalizedMessage text() {
            String allowed = number(Math.floor(budget.allowed() * 10) / 10);
            return budget.remaining() < 0
                    ? LocalizedMessage.of(
                            "limit.errorBudget.spent", allowed, budget.failed(), number(lastDay), number(lastHour))
                    : LocalizedMessage.of(
                            "limit.errorBudget.left",
                            allowed,
                            budget.failed(),
                            (long) Math.floor(budget.remaining() * 100),
                            number(lastDay),
                            number(lastHour));
        }

        private static String number(double value) {
            return Double.isInfinite(value)
                    ? "∞"
                    : new BigDecimal(value)
                            .setScale(1, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString();
        }
    }

    /** A limit that does not apply, and the reason. */
    public record InactiveLimit(Limit limit, LocalizedMessage reason) {
        public LocalizedMessage text() {
            return LimitText.of(limit);
        }
    }
}
