/**
 * Imports budget files of Lighthouse and sitespeed.io, and journeys recorded with Chrome DevTools.
 * Does not read Tidemark's own format ({@code config.reader}). Entry points: {@code BudgetImporter}, {@code RecordingImporter}.
 */
package dev.tidemark.config.importer;
