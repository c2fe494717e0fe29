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

    /** @param at the verdict at each location of the probe, in the probe's order */
    static Verdict judge(Limit limit, Map<LocationName, Verdict> at) {
        int enough = limit.scope().locations().orElse(1);
        List<Verdict> broken =
                at.values().stream().filter(Verdict::isOverBudget).toList();
        long unknown = at.values().stream()
                .filter(one -> one.kind() == VerdictKind.UNKNOWN)
                .count();
        VerdictKind kind = broken.size() >= enough
                ? VerdictKind.FAIL
                : broken.size() + unknown < enough && at.size() >= enough ? VerdictKind.PASS : VerdictKind.UNKNOWN;
        LocalizedMessage each = at.entrySet().stream()
                .map(one -> LocalizedMessage.of(
                        "budget.calculation.location",
                        one.getKey(),
                        words(one.getValue().kind()),
                        one.getValue().arithmetic()))
                .reduce((before, next) -> LocalizedMessage.of("budget.calculation.list", before, next))
                .orElse(LocalizedMessage.EMPTY);
        LocalizedMessage line =
                LocalizedMessage.of("budget.calculation.quorum", broken.size(), at.size(), enough, each);
        Optional<Verdict> telling = (kind == VerdictKind.FAIL ? broken : List.copyOf(at.values()))
                .stream().filter(one -> one.value().isPresent()).findFirst();
        return new Verdict(
                limit,
                kind,
                telling.map(Verdict::value).orElse(OptionalDouble.empty()),
                broken.size(),
                at.size(),
                line,
                telling.flatMap(Verdict::bound).or(limit::fixedThreshold),
                telling.map(Verdict::values).orElse(List.of()));
    }

    private static LocalizedMessage words(VerdictKind kind) {
        return switch (kind) {
            case PASS -> LocalizedMessage.of("budget.verdict.pass");
            case FAIL -> LocalizedMessage.of("budget.verdict.fail");
            case UNKNOWN -> LocalizedMessage.of("budget.verdict.unknown");
        };
    }
}
