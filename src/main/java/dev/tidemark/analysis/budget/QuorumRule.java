package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A limit that is over budget only if several locations are, each by its own latest verdict. */
final class QuorumRule {

    private QuorumRule() {}

    /** @param verdicts the verdict at each location of the probe, in the probe's order */
    static Verdict evaluate(Limit limit, Map<LocationName, Verdict> verdicts) {
        int quorum = limit.scope().locations().orElse(1);
        List<Verdict> overBudget =
                verdicts.values().stream().filter(Verdict::isOverBudget).toList();
        long unknown = verdicts.values().stream()
                .filter(one -> one.kind() == VerdictKind.UNKNOWN)
                .count();
        VerdictKind kind = overBudget.size() >= quorum
                ? VerdictKind.FAIL
                : overBudget.size() + unknown < quorum && verdicts.size() >= quorum
                        ? VerdictKind.PASS
                        : VerdictKind.UNKNOWN;
        LocalizedMessage details = verdicts.entrySet().stream()
                .map(one -> LocalizedMessage.of(
                        "budget.calculation.location",
                        one.getKey(),
                        verdictText(one.getValue().kind()),
                        one.getValue().calculation()))
                .reduce((before, next) -> LocalizedMessage.of("budget.calculation.list", before, next))
                .orElse(LocalizedMessage.EMPTY);
        LocalizedMessage line =
                LocalizedMessage.of("budget.calculation.quorum", overBudget.size(), verdicts.size(), quorum, details);
        Optional<Verdict> decisive = (kind == VerdictKind.FAIL ? overBudget : List.copyOf(verdicts.values()))
                .stream().filter(one -> one.value().isPresent()).findFirst();
        return new Verdict(
                limit,
                kind,
                decisive.map(Verdict::value).orElse(OptionalDouble.empty()),
                overBudget.size(),
                verdicts.size(),
                line,
                decisive.flatMap(Verdict::threshold).or(limit::fixedThreshold),
                decisive.map(Verdict::values).orElse(List.of()));
    }

    private static LocalizedMessage verdictText(VerdictKind kind) {
        return switch (kind) {
            case PASS -> LocalizedMessage.of("budget.verdict.pass");
            case FAIL -> LocalizedMessage.of("budget.verdict.fail");
            case UNKNOWN -> LocalizedMessage.of("budget.verdict.unknown");
        };
    }
}
