/**
 * Answers about runs over HTTP: one run, a probe's list of them, pictures, HAR.
 * Not: how they are kept (history). Door: the resources under {@code /api/v1/runs}.
 */
package dev.tidemark.web.api;
