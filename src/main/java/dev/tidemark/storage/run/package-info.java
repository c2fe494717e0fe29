/**
 * Stores runs, samples, requests and artifacts, and applies their retention.
 * Does not interpret them (analysis). Entry point: {@code RunHistory}.
 */
package dev.tidemark.storage.run;
