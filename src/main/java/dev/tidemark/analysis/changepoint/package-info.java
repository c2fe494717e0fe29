/**
 * Lasting changes that no limit was set for: suspected, made sure with extra runs, told once.
 * Not: limits (budget). Door: {@code Changes}.
 */
package dev.tidemark.analysis.changepoint;
