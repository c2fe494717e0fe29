/**
 * How each probe stands right now: one state, the last values with their ratings, the way it went.
 * Not: why (budget, history), how it is shown (dashboard). Door: {@code Standings}.
 */
package dev.tidemark.reporting.status;
