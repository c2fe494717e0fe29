/**
 * Change detection: regressions and improvements without a limit, found by a change-point test, confirmed with extra runs, notified once.
 * Not: limits (budget). Entry point: {@code ChangePoints}.
 */
package dev.tidemark.analysis.changepoint;
