package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.result.LocationName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A limit that counts only when several locations break it, each by its own latest verdict. */
final class QuorumRule {

    private QuorumRule() {}

    /** @param at the verdict at each location of the probe, in its order */
    static Verdict judge(Limit limit, Map<LocationName, Verdict> at) {
        int enough = limit.terms().locations().orElse(1);
        List<Verdict> broken =
                at.values().stream().filter(Verdict::isOverBudget).toList();
        long unknown = at.values().stream()
                .filter(one -> one.kind() == VerdictKind.UNKNOWN)
                .count();
        VerdictKind kind = broken.size() >= enough
                ? VerdictKind.FAIL
                : broken.size() + unknown < enough && at.size() >= enough ? VerdictKind.PASS : VerdictKind.UNKNOWN;
        String each = at.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue().kind().name().toLowerCase(Locale.ROOT) + " ("
                        + one.getValue().arithmetic() + ")")
                .collect(Collectors.joining("; "));
        String line = broken.size() + " of " + at.size() + " locations broken (needs " + enough + "): " + each;
        Optional<Verdict> telling = (kind == VerdictKind.FAIL ? broken : List.copyOf(at.values()))
                .stream().filter(one -> one.value().isPresent()).findFirst();
        return new Verdict(
                limit,
                kind,
                telling.map(Verdict::value).orElse(OptionalDouble.empty()),
                broken.size(),
                at.size(),
                line,
                telling.flatMap(Verdict::bound).or(limit::fixed),
                telling.map(Verdict::values).orElse(List.of()));
    }
}
