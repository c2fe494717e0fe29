package dev.tidemark.storage.run;

import dev.tidemark.model.result.Artifact;

/** Identifies an artifact of a run: the sample (from 1), the type, and its number among those of the type. */
public record ArtifactKey(int sample, Artifact.ArtifactType kind, int n) {}
