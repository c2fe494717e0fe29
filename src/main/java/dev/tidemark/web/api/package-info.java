/**
 * Runs, filmstrips, screenshots and HAR files over HTTP.
 * Does not store them (history). Entry points: the resources under {@code /api/v1/runs}.
 */
package dev.tidemark.web.api;
