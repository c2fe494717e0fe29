package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.RunId;
import java.time.Instant;
import java.util.List;

/**
 * The log of one run.
 *
 * @param lines verdicts, states, and who was notified or why not, a sentence each
 */
public record RunEvaluation(RunId run, Instant plannedAt, Instant evaluatedAt, List<String> lines) {
    public RunEvaluation {
        lines = List.copyOf(lines);
    }
}
