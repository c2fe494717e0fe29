package dev.tidemark.storage.run;

import dev.tidemark.model.result.Artifact;

/** Names a piece of evidence within a run: the sample (from 1), its kind, and its number among those of the kind. */
public record ArtifactKey(int sample, Artifact.ArtifactType kind, int n) {}
