package dev.tidemark.definition;

import dev.tidemark.document.Place;
import dev.tidemark.probe.Probe;

/** A probe, and where it is written. */
public record Definition(Probe probe, Place place) {}
