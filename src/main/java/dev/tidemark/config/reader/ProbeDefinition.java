package dev.tidemark.config.reader;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.model.probe.Probe;

/** A probe, and the position of its definition. */
public record ProbeDefinition(Probe probe, SourceLocation place) {}
