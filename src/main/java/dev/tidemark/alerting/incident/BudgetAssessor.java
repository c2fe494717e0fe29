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
 * @param broken keys of the limits that are over budget, or were and are not known to be within budget
 */
record BudgetAssessor(ConditionLevel assessment, Set<String> broken) {

    BudgetAssessor {
        broken = Set.copyOf(broken);
    }

    static BudgetAssessor of(List<Verdict> verdicts, Set<String> brokenBefore) {
        List<Verdict> held = verdicts.stream()
                .filter(one -> one.isOverBudget()
                        || isUnknown(one) && brokenBefore.contains(one.limit().key()))
                .toList();
        Set<String> broken = new TreeSet<>();
        held.forEach(one -> broken.add(one.limit().key()));
        return new BudgetAssessor(assess(verdicts, held), broken);
    }

    private static ConditionLevel assess(List<Verdict> verdicts, List<Verdict> held) {
        Optional<Severity> worst =
                held.stream().map(one -> one.limit().severity()).max(Comparator.naturalOrder());
        if (worst.isPresent()) {
            boolean known = held.stream()
                    .anyMatch(one -> one.isOverBudget() && one.limit().severity() == worst.get());
            return known ? assessment(worst.get()) : ConditionLevel.UNKNOWN;
        }
        boolean someWithinBudget = verdicts.stream().anyMatch(one -> one.kind() == VerdictKind.PASS);
        return someWithinBudget || verdicts.isEmpty() ? ConditionLevel.GOOD : ConditionLevel.UNKNOWN;
    }

    private static boolean isUnknown(Verdict verdict) {
        return verdict.kind() == VerdictKind.UNKNOWN;
    }

    private static ConditionLevel assessment(Severity severity) {
        return severity == Severity.CRITICAL ? ConditionLevel.CRITICAL : ConditionLevel.WARNING;
    }
}
