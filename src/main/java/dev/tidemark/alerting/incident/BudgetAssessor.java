package dev.tidemark.alerting.incident;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.probe.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all verdicts of a run say together. A limit that was broken and cannot be judged now counts as broken still: it
 * neither resolves nor eases an incident.
 *
 * @param broken the limits that are broken, or were and are not known to be kept
 */
record BudgetAssessor(ConditionLevel assessment, Set<String> broken) {

    BudgetAssessor {
        broken = Set.copyOf(broken);
    }

    static BudgetAssessor of(List<Verdict> verdicts, Set<String> brokenBefore) {
        List<Verdict> held = verdicts.stream()
                .filter(one ->
                        one.isOverBudget() || isUnknown(one) && brokenBefore.contains(LimitWords.key(one.limit())))
                .toList();
        Set<String> broken = new TreeSet<>();
        held.forEach(one -> broken.add(LimitWords.key(one.limit())));
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
        boolean someKept = verdicts.stream().anyMatch(one -> one.kind() == VerdictKind.PASS);
        return someKept || verdicts.isEmpty() ? ConditionLevel.GOOD : ConditionLevel.UNKNOWN;
    }

    private static boolean isUnknown(Verdict verdict) {
        return verdict.kind() == VerdictKind.UNKNOWN;
    }

    private static ConditionLevel assessment(Severity severity) {
        return severity == Severity.CRITICAL ? ConditionLevel.CRITICAL : ConditionLevel.WARNING;
    }
}
