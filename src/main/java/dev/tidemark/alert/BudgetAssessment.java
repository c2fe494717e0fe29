package dev.tidemark.alert;

import dev.tidemark.budget.Verdict;
import dev.tidemark.budget.Verdict.Kind;
import dev.tidemark.probe.Severity;
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
record BudgetAssessment(Assessment assessment, Set<String> broken) {

    BudgetAssessment {
        broken = Set.copyOf(broken);
    }

    static BudgetAssessment of(List<Verdict> verdicts, Set<String> brokenBefore) {
        List<Verdict> held = verdicts.stream()
                .filter(one -> one.isBroken() || isUnknown(one) && brokenBefore.contains(LimitWords.key(one.limit())))
                .toList();
        Set<String> broken = new TreeSet<>();
        held.forEach(one -> broken.add(LimitWords.key(one.limit())));
        return new BudgetAssessment(assess(verdicts, held), broken);
    }

    private static Assessment assess(List<Verdict> verdicts, List<Verdict> held) {
        Optional<Severity> worst =
                held.stream().map(one -> one.limit().severity()).max(Comparator.naturalOrder());
        if (worst.isPresent()) {
            boolean known =
                    held.stream().anyMatch(one -> one.isBroken() && one.limit().severity() == worst.get());
            return known ? assessment(worst.get()) : Assessment.UNKNOWN;
        }
        boolean someKept = verdicts.stream().anyMatch(one -> one.kind() == Kind.KEPT);
        return someKept || verdicts.isEmpty() ? Assessment.GOOD : Assessment.UNKNOWN;
    }

    private static boolean isUnknown(Verdict verdict) {
        return verdict.kind() == Kind.UNKNOWN;
    }

    private static Assessment assessment(Severity severity) {
        return severity == Severity.CRITICAL ? Assessment.CRITICAL : Assessment.WARNING;
    }
}
