package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;

/** The right to run a slot and to record its result; a later attempt makes the earlier ticket worthless. */
public record RunTicket(RunId run, Slot slot, int attempt) {}
