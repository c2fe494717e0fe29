package dev.tidemark.alert;

import dev.tidemark.observation.RunId;
import java.time.Instant;
import java.util.List;

/** What was decided after a run and why, a sentence per line: verdicts, states, who was told, who was not and why. */
public record Evaluation(RunId run, Instant plannedAt, Instant notedAt, List<String> lines) {
    public Evaluation {
        lines = List.copyOf(lines);
    }
}
