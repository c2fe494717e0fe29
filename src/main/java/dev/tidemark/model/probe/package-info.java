/**
 * What is watched, as values: a probe, its target, cadence and limits.
 * Not: how they are written (definition), where they are kept (catalogue). Door: {@code Probe}.
 */
package dev.tidemark.model.probe;
