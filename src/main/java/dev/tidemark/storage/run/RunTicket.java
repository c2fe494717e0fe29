package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;

/** The permission to execute a slot and record its result; a later attempt invalidates earlier tickets. */
public record RunTicket(RunId run, Slot slot, int attempt) {}
