/**
 * What happened to a probe in a span, told together: deploys, notes, browser upgrades, maintenance, incidents.
 * Not: keeping any of it (marker, maintenance, alert). Door: {@code Chronicle}.
 */
package dev.tidemark.reporting.timeline;
