package dev.tidemark.alerting.incident;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The result of one run for one type of incident, with texts for notifications and the log.
 *
 * @param overBudget keys of the limits that count as over budget
 * @param headline the problem, or the recovery
 * @param lines the calculation, a sentence each
 */
record Assessment(ConditionLevel level, Set<String> overBudget, String headline, List<String> lines) {

    Assessment {
        overBudget = Set.copyOf(overBudget);
        lines = List.copyOf(lines);
    }

    /** During maintenance nothing is evaluated, neither availability nor budgets. */
    static Assessment inMaintenance(String window, Set<String> overBudgetBefore) {
        String text = LocalizedMessage.of("incident.log.maintenance", window).toString();
        return new Assessment(ConditionLevel.UNKNOWN, overBudgetBefore, text, List.of(text));
    }

    /** Only failures of the target count; policy violations and monitor failures are not evaluated. */
    static Assessment ofAvailability(Run run) {
        Optional<Outcome> outcome = run.outcome();
        String text = outcome.map(OutcomeText::of).orElseGet(() -> LocalizedMessage.of("incident.headline.notEnded")
                .toString());
        ConditionLevel assessment = outcome.map(Assessment::assess).orElse(ConditionLevel.UNKNOWN);
        String headline = assessment == ConditionLevel.GOOD
                ? LocalizedMessage.of("incident.headline.succeedsAgain").toString()
                : text;
        return new Assessment(assessment, Set.of(), headline, List.of(text));
    }

    /** A run that was not successful has no measurements, so only limits of outcomes are evaluated: uptime, failures, silence. */
    static Assessment ofBudget(Run run, List<Verdict> verdicts, Set<String> overBudgetBefore) {
        boolean ok = run.outcome().filter(Outcome::isOk).isPresent();
        List<Verdict> considered = verdicts.stream()
                .filter(one -> ok || one.limit().metric().isOutcomeBased())
                .toList();
        if (!ok && considered.isEmpty()) {
            return new Assessment(
                    ConditionLevel.UNKNOWN,
                    overBudgetBefore,
                    LocalizedMessage.of("incident.headline.noMeasurements").toString(),
                    List.of(LocalizedMessage.of("incident.log.noMeasurements").toString()));
        }
        BudgetAssessor assessor = BudgetAssessor.of(ok ? verdicts : withoutMeasurements(verdicts), overBudgetBefore);
        return new Assessment(
                assessor.level(), assessor.overBudget(), headline(considered, overBudgetBefore), lines(considered));
    }

    /** Limits of measurements become unknown, so that they keep their state. */
    private static List<Verdict> withoutMeasurements(List<Verdict> verdicts) {
        String noMeasurements =
                LocalizedMessage.of("incident.headline.noMeasurements").toString();
        return verdicts.stream()
                .map(one -> one.limit().metric().isOutcomeBased()
                        ? one
                        : new Verdict(
                                one.limit(),
                                Verdict.VerdictKind.UNKNOWN,
                                OptionalDouble.empty(),
                                0,
                                0,
                                LocalizedMessage.of("budget.calculation.notMeasured")))
                .toList();
    }

    /** Adds what is known about the outage. */
    Assessment with(Outage outage) {
        return new Assessment(
                level,
                overBudget,
                headline,
                Stream.concat(lines.stream(), outage.lines().stream()).toList());
    }

    /** Adds the number of consecutive failures; the headline of a limit contains it already. */
    Assessment withConsecutiveFailures(StateCounter counter, IncidentType incidentType) {
        return incidentType == IncidentType.BUDGET
                ? this
                : new Assessment(level, overBudget, withConsecutiveFailures(counter), lines);
    }

    private String withConsecutiveFailures(StateCounter counter) {
        return LocalizedMessage.of("incident.headline.inARow", headline, counter.consecutiveBad())
                .toString();
    }

    private static ConditionLevel assess(Outcome outcome) {
        if (outcome.isOk()) {
            return ConditionLevel.GOOD;
        }
        return outcome.fault() == FaultOrigin.TARGET ? ConditionLevel.CRITICAL : ConditionLevel.UNKNOWN;
    }

    private static String headline(List<Verdict> verdicts, Set<String> overBudgetBefore) {
        List<Verdict> overBudget = verdicts.stream()
                .filter(Verdict::isOverBudget)
                .sorted(Comparator.comparing((Verdict one) -> one.limit().severity())
                        .reversed())
                .toList();
        if (!overBudget.isEmpty()) {
            return more(LimitText.overBudget(overBudget.get(0)).toString(), overBudget.size() - 1);
        }
        List<Verdict> recovered = verdicts.stream()
                .filter(one -> one.kind() == Verdict.VerdictKind.PASS
                        && overBudgetBefore.contains(one.limit().key()))
                .toList();
        return recovered.isEmpty()
                ? LocalizedMessage.of("incident.headline.withinBudget").toString()
                : more(LimitText.withinBudget(recovered.get(0)).toString(), recovered.size() - 1);
    }

    private static String more(String first, int others) {
        return others == 0
                ? first
                : LocalizedMessage.of("incident.headline.more", first, others).toString();
    }

    private static String key(Verdict.VerdictKind kind) {
        return switch (kind) {
            case PASS -> "incident.log.limit.pass";
            case FAIL -> "incident.log.limit.fail";
            case UNKNOWN -> "incident.log.limit.unknown";
        };
    }

    private static List<String> lines(List<Verdict> verdicts) {
        List<String> lines = new ArrayList<>();
        for (Verdict one : verdicts) {
            LocalizedMessage severity = one.limit().severity().title();
            lines.add(LocalizedMessage.of(key(one.kind()), one.limit().metric().title(), severity, one.calculation())
                    .toString());
        }
        return lines;
    }
}
