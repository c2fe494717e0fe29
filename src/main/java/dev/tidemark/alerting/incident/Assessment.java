package dev.tidemark.alerting.incident;

import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.storage.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one run says about one concern, in a form that can be stored and told.
 *
 * @param broken the limits that count as broken
 * @param headline what is wrong, or what is right again
 * @param lines the arithmetic, a sentence each
 */
record Assessment(ConditionLevel assessment, Set<String> broken, String headline, List<String> lines) {

    Assessment {
        broken = Set.copyOf(broken);
        lines = List.copyOf(lines);
    }

    /** What is announced says nothing: neither good nor bad, about loading and limits alike. */
    static Assessment inMaintenance(String window, Set<String> brokenBefore) {
        String words = "not judged and not told: in maintenance \"" + window + "\"";
        return new Assessment(ConditionLevel.UNKNOWN, brokenBefore, words, List.of(words));
    }

    /** Only the target's own failure counts against it; policy and our own faults say nothing. */
    static Assessment ofAvailability(Run run) {
        Optional<Outcome> outcome = run.outcome();
        String words = outcome.map(OutcomeText::of).orElse("the run has not ended");
        ConditionLevel assessment = outcome.map(Assessment::assess).orElse(ConditionLevel.UNKNOWN);
        String headline = assessment == ConditionLevel.GOOD ? "loads again" : words;
        return new Assessment(assessment, Set.of(), headline, List.of(words));
    }

    /** A run that is not OK has no numbers, so it says something only about how runs end: uptime, failures, silence. */
    static Assessment ofBudget(Run run, List<Verdict> verdicts, Set<String> brokenBefore) {
        boolean ok = run.outcome().filter(Outcome::isOk).isPresent();
        List<Verdict> telling = verdicts.stream()
                .filter(one -> ok || one.limit().metric().isOfOutcomes())
                .toList();
        if (!ok && telling.isEmpty()) {
            return new Assessment(
                    ConditionLevel.UNKNOWN, brokenBefore, "no numbers", List.of("not judged: the run was not OK"));
        }
        BudgetAssessor judged = BudgetAssessor.of(ok ? verdicts : withoutNumbers(verdicts), brokenBefore);
        return new Assessment(judged.assessment(), judged.broken(), headline(telling, brokenBefore), lines(telling));
    }

    /** A run that is not OK says nothing of what was measured: those limits stand as they stood. */
    private static List<Verdict> withoutNumbers(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(one -> one.limit().metric().isOfOutcomes()
                        ? one
                        : new Verdict(one.limit(), Verdict.VerdictKind.UNKNOWN, OptionalDouble.empty(), 0, 0, "no numbers"))
                .toList();
    }

    /** A failing page is told with how often it failed; a limit says so by itself. */
    Assessment inARow(StateCounter standing, IncidentType concern) {
        return concern == IncidentType.BUDGET
                ? this
                : new Assessment(assessment, broken, headline + " (" + standing.badInARow() + " runs in a row)", lines);
    }

    private static ConditionLevel assess(Outcome outcome) {
        if (outcome.isOk()) {
            return ConditionLevel.GOOD;
        }
        return outcome.fault() == FaultOrigin.TARGET ? ConditionLevel.CRITICAL : ConditionLevel.UNKNOWN;
    }

    private static String headline(List<Verdict> verdicts, Set<String> brokenBefore) {
        List<Verdict> broken = verdicts.stream()
                .filter(Verdict::isOverBudget)
                .sorted(Comparator.comparing((Verdict one) -> one.limit().severity())
                        .reversed())
                .toList();
        if (!broken.isEmpty()) {
            return LimitWords.broken(broken.get(0)) + more(broken.size() - 1);
        }
        List<Verdict> again = verdicts.stream()
                .filter(one -> one.kind() == Verdict.VerdictKind.PASS && brokenBefore.contains(LimitWords.key(one.limit())))
                .toList();
        return again.isEmpty() ? "all limits kept" : LimitWords.kept(again.get(0)) + more(again.size() - 1);
    }

    private static String more(int others) {
        return others == 0 ? "" : " and " + others + " more";
    }

    private static List<String> lines(List<Verdict> verdicts) {
        List<String> lines = new ArrayList<>();
        for (Verdict one : verdicts) {
            String severity = one.limit().severity() == Severity.CRITICAL ? "critical" : "warning";
            lines.add(one.limit().metric() + " (" + severity + ") "
                    + one.kind().name().toLowerCase(java.util.Locale.ROOT) + ": " + one.arithmetic());
        }
        return lines;
    }
}
