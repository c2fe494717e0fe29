/**
 * Limits against runs and trends: verdicts, with their arithmetic.
 * Not: who is told (alert). Door: {@code Judge}.
 */
package dev.tidemark.analysis.budget;
