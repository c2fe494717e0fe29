package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.RunId;
import java.time.Instant;
import java.util.List;

/** What was decided after a run and why, a sentence per line: verdicts, states, who was told, who was not and why. */
public record RunEvaluation(RunId run, Instant plannedAt, Instant notedAt, List<String> lines) {
    public RunEvaluation {
        lines = List.copyOf(lines);
    }
}
