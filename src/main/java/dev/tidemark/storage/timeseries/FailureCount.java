package dev.tidemark.storage.timeseries;

import dev.tidemark.model.result.OutcomeType;
import java.time.Instant;

/** Unsuccessful runs with the same outcome within a step. @param at when the first one was planned */
public record FailureCount(Instant at, OutcomeType outcome, long runs) {}
