/**
 * Tells one run: the verdict in a sentence, where its time went, whether it is a spike, and whose fault that is.
 * Not: where runs are kept (history), how they stand today (standing). Door: {@code RunStory}.
 */
package dev.tidemark.reporting.diagnosis;
