package dev.tidemark.history;

import dev.tidemark.observation.Evidence;

/** Names a piece of evidence within a run: the sample (from 1), its kind, and its number among those of the kind. */
public record EvidenceKey(int sample, Evidence.Kind kind, int n) {}
