/**
 * What is watched: definitions, their readers (YAML, JSON, files of peers) and their store.
 * Not: when they run (schedule), how (browser). Door: {@code ProbeCatalog}.
 */
package dev.tidemark.probe;
