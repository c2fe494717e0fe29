/**
 * The report of one run: headline, breakdown of the load, comparison with previous runs, attribution.
 * Not: storage of runs (storage.run), the current status (status). Entry point: {@code RunReportService}.
 */
package dev.tidemark.reporting.diagnosis;
