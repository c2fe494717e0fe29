package dev.tidemark.alerting.incident;

import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.probe.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The result of all verdicts of a run. A limit that was over budget and cannot be evaluated now still counts as over budget: it
 * neither resolves an incident nor lowers its severity.
 *
 * @param overBudget keys of the limits that are over budget, or were and are not known to be within budget
 */
record BudgetAssessor(ConditionLevel level, Set<String> overBudget) {

    BudgetAssessor {
        overBudget = Set.copyOf(overBudget);
    }

    static BudgetAssessor of(List<Verdict> verdicts, Set<String> overBudgetBefore) {
        List<Verdict> overBudgetOrHeld = verdicts.stream()
                .filter(one -> one.isOverBudget()
                        || isUnknown(one)
                                && overBudgetBefore.contains(one.limit().key()))
                .toList();
        Set<String> keys = new TreeSet<>();
        overBudgetOrHeld.forEach(one -> keys.add(one.limit().key()));
        return new BudgetAssessor(assess(verdicts, overBudgetOrHeld), keys);
    }

    private static ConditionLevel assess(List<Verdict> verdicts, List<Verdict> overBudgetOrHeld) {
        Optional<Severity> worst =
                overBudgetOrHeld.stream().map(one -> one.limit().severity()).max(Comparator.naturalOrder());
        if (worst.isPresent()) {
            boolean certain = overBudgetOrHeld.stream()
                    .anyMatch(one -> one.isOverBudget() && one.limit().severity() == worst.get());
            return certain ? level(worst.get()) : ConditionLevel.UNKNOWN;
        }
        boolean someWithinBudget = verdicts.stream().anyMatch(one -> one.kind() == VerdictKind.PASS);
        return someWithinBudget || verdicts.isEmpty() ? ConditionLevel.GOOD : ConditionLevel.UNKNOWN;
    }

    private static boolean isUnknown(Verdict verdict) {
        return verdict.kind() == VerdictKind.UNKNOWN;
    }

    private static ConditionLevel level(Severity severity) {
        return severity == Severity.CRITICAL ? ConditionLevel.CRITICAL : ConditionLevel.WARNING;
    }
}
