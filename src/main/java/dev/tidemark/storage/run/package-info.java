/**
 * Stores runs, samples, evidence and daily summaries, with their retention.
 * Does not interpret them (trend, budget). Entry point: {@code RunHistory}.
 */
package dev.tidemark.storage.run;
