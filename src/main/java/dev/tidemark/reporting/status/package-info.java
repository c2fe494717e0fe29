/**
 * The current status of each probe: state, latest values with their ratings, sparkline.
 * Not: evaluation of limits (budget), pages (web.dashboard). Entry point: {@code StatusService}.
 */
package dev.tidemark.reporting.status;
