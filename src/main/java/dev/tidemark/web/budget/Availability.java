package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * How the runs of a probe at a location ended.
 *
 * @param range over the range that a page shows
 * @param month over the last 30 days
 * @param budgets the limits of uptime and of failed runs, with what is left of them
 */
public record Availability(Uptime range, Uptime month, List<SpentBudget> budgets) {

    public Availability {
        budgets = List.copyOf(budgets);
    }

    /** What a limit's error budget comes to. */
    public record SpentBudget(Limit limit, BudgetExplanation.BurnRate burnRate) {

        public LocalizedMessage text() {
            return LimitText.of(limit);
        }

        /** Of the error budget, 0 to 100. */
        public long percentLeft() {
            return Math.max(0, (long) Math.floor(burnRate.budget().left() * 100));
        }
    }
}
