package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * How the runs of a probe at a location ended.
 *
 * @param shown over the range that a page shows
 * @param month over the last 30 days
 * @param budgets the limits of uptime and of failed runs, with what is left of them
 */
public record Availability(Uptime shown, Uptime month, List<Spent> budgets) {

    public Availability {
        budgets = List.copyOf(budgets);
    }

    /** What a limit's error budget comes to. */
    public record Spent(Limit limit, BudgetExplanation.Spending spending) {

        public LocalizedMessage words() {
            return LimitText.of(limit);
        }

        /** Of the error budget, 0 to 100. */
        public long percentLeft() {
            return Math.max(0, (long) Math.floor(spending.budget().remaining() * 100));
        }
    }
}
