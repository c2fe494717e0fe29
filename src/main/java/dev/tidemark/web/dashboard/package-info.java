/**
 * The overview, the page of a probe, settings, chart files and health checks: what spans several packages. No package
 * imports it.
 */
package dev.tidemark.web.dashboard;
