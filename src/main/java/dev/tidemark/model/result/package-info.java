/**
 * Ground: what is observed when a slot is run. Ids, slot, profile, outcome and its fault, and what one sample yields.
 * Not: how it is observed (browser) or kept (history). Door: {@code SampleResult}, {@code RunResult}.
 */
package dev.tidemark.model.result;
