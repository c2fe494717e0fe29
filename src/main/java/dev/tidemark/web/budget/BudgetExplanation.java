package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.ErrorBudget;
import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.analysis.budget.Verdict;
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
 * Which limits hold for a probe at a location, from where, and what each comes to at an instant.
 *
 * @param idle limits that are written but do not hold
 */
public record BudgetExplanation(Probe probe, LocationName location, Instant at, List<Held> limits, List<Idle> idle) {

    public BudgetExplanation {
        limits = List.copyOf(limits);
        idle = List.copyOf(idle);
    }

    /**
     * A limit that holds.
     *
     * @param spending of limits of uptime and of failed runs
     */
    public record Held(Verdict verdict, Optional<Spending> spending) {

        public Limit limit() {
            return verdict.limit();
        }

        public LocalizedMessage words() {
            return LimitText.of(limit());
        }

        /** Where it comes from: the probe itself, a preset, a tag, an import. */
        public LocalizedMessage origin() {
            String[] words = limit().terms().origin().split(" ", 2);
            String name = words[words.length - 1];
            return switch (words[0]) {
                case "" -> LocalizedMessage.of("budgets.limits.source.probe");
                case "preset" -> LocalizedMessage.of("budgets.limits.source.preset", name);
                case "import" -> LocalizedMessage.of("budgets.limits.source.import", name);
                case "suggested" -> LocalizedMessage.of("budgets.limits.source.suggestion");
                case "tag" -> LocalizedMessage.of("scope.tag", name);
                default -> LocalizedMessage.verbatim(limit().terms().origin());
            };
        }

        /** {@code pass}, {@code fail} or {@code unknown}. */
        public String state() {
            return verdict.kind().name().toLowerCase(Locale.ROOT);
        }

        /** Its colour and shape: a limit that is over budget is as bad as its severity says. */
        public String tone() {
            return switch (verdict.kind()) {
                case PASS -> "good";
                case UNKNOWN -> "unknown";
                case FAIL -> limit().severity().ordinal() == 0 ? "degraded" : "failing";
            };
        }

        /** What is better still, in words; nothing without a target. */
        public LocalizedMessage target() {
            return LimitText.target(limit());
        }
    }

    /**
     * How an error budget is spent.
     *
     * @param hour burn rate over the last hour; 1 spends the budget exactly at the window's end
     * @param day the same over the last 24 hours
     */
    public record Spending(ErrorBudget budget, double hour, double day) {

        /** "4.3 failures allowed, 1 observed, 76 % left. Burn rate 0.4 over 24 h, 0 over 1 h." */
        public LocalizedMessage words() {
            String allowed = number(Math.floor(budget.allowed() * 10) / 10);
            return budget.left() < 0
                    ? LocalizedMessage.of(
                            "limit.errorBudget.spent", allowed, budget.failed(), number(day), number(hour))
                    : LocalizedMessage.of(
                            "limit.errorBudget.left",
                            allowed,
                            budget.failed(),
                            (long) Math.floor(budget.left() * 100),
                            number(day),
                            number(hour));
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

    /** A limit that does not hold here, and why. */
    public record Idle(Limit limit, LocalizedMessage why) {
        public LocalizedMessage words() {
            return LimitText.of(limit);
        }
    }
}
