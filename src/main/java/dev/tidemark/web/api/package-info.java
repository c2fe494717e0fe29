/**
 * REST resources of runs, filmstrips, screenshots and HAR files.
 * Does not store them (storage.run). Entry points: the resources below {@code /api/v1/runs}.
 */
package dev.tidemark.web.api;
