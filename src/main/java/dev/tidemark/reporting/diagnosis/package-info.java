/**
 * The report of one run: verdict, where the time went, comparison with neighbouring runs, attribution.
 * Does not store runs (storage.run) or show the current status (status). Entry point: {@code RunReportService}.
 */
package dev.tidemark.reporting.diagnosis;
