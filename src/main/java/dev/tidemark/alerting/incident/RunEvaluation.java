package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The log of one run.
 *
 * @param lines verdicts, states, and who was notified or why not, a sentence each
 */
public record RunEvaluation(RunId run, Instant plannedAt, Instant evaluatedAt, List<String> lines) {

    private static final Set<String> UNCHANGED = Stream.of(IncidentType.values())
            .flatMap(type -> Stream.of(ProbeState.values())
                    .map(state -> type.logLine(LocalizedMessage.of("incident.log.state.unchanged", state.inline())))
                    .map(LocalizedMessage::toString))
            .collect(Collectors.toUnmodifiableSet());

    public RunEvaluation {
        lines = List.copyOf(lines);
    }

    /** The lines without those that only say that a state is unchanged. */
    public List<String> news() {
        return lines.stream().filter(line -> !UNCHANGED.contains(line)).toList();
    }
}
