package dev.tidemark.history;

import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;

/** The right to run a slot and to record its result; a later attempt makes the earlier ticket worthless. */
public record RunTicket(RunId run, Slot slot, int attempt) {}
