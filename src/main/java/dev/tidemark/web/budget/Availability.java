package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * The uptime of a probe at a location.
 *
 * @param range over the range that a page shows
 * @param month over the last 30 days
 * @param budgets limits on uptime and failed runs, with their error budgets
 */
public record Availability(Uptime range, Uptime month, List<SpentBudget> budgets) {

    public Availability {
        budgets = List.copyOf(budgets);
    }

    /** A limit with the state of its error budget. */
    public record SpentBudget(Limit limit, BudgetExplanation.BurnRate burnRate) {

        public LocalizedMessage text() {
            return LimitText.of(limit);
        }

        /** The remaining error budget in percent, 0 to 100. */
        public long percentLeft() {
            return Math.max(0, (long) Math.floor(burnRate.budget().remaining() * 100));
        }
    }
}
