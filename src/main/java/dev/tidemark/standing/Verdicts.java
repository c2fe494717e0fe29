package dev.tidemark.standing;

import dev.tidemark.budget.Verdict;
import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Run;
import dev.tidemark.observation.Fault;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The state that the newest telling run and the verdicts after it come to, with the reason in words. */
record Verdicts(ProbeState state, String reason) {

    /** @param telling the newest run whose outcome says something of the page */
    static Verdicts of(Optional<Run> telling, List<Verdict> verdicts) {
        if (telling.isEmpty()) {
            return new Verdicts(ProbeState.UNKNOWN, "no run has ended yet");
        }
        var outcome = telling.get().outcome().orElseThrow();
        if (outcome.fault() == Fault.TARGET) {
            return new Verdicts(
                    ProbeState.FAILING,
                    outcome.kind().title() + (outcome.detail().isEmpty() ? "" : ": " + outcome.detail()));
        }
        if (outcome.fault() != Fault.NONE) {
            return new Verdicts(ProbeState.UNKNOWN, outcome.kind().title());
        }
        List<Verdict> broken = verdicts.stream()
                .filter(one -> one.kind() == Verdict.Kind.BROKEN)
                .toList();
        if (!broken.isEmpty()) {
            boolean critical = broken.stream().anyMatch(one -> one.limit().severity() == Severity.CRITICAL);
            return new Verdicts(
                    critical ? ProbeState.FAILING : ProbeState.DEGRADED,
                    broken.stream().map(Verdicts::words).collect(Collectors.joining(", ")));
        }
        return new Verdicts(ProbeState.PASSING, verdicts.isEmpty() ? "no budget set" : "within budget");
    }

    /** Whether a run says something of the page: it was loaded, or could not be loaded for a reason of its own. */
    static boolean isTelling(Run run) {
        return run.outcome()
                .map(one -> one.fault() == Fault.NONE || one.fault() == Fault.TARGET)
                .orElse(false);
    }

    private static String words(Verdict verdict) {
        Limit limit = verdict.limit();
        String value = verdict.value().isPresent()
                ? " " + ValueText.of(limit.metric(), verdict.value().getAsDouble())
                : "";
        String relation = limit.bound() instanceof dev.tidemark.probe.Bound.Max ? " over " : " under ";
        return limit.metric()
                + value
                + relation
                + ValueText.of(limit.metric(), limit.bound().value());
    }
}
