/**
 * Imports budget files of Lighthouse and sitespeed.io, and journeys recorded with Chrome DevTools.
 * The own format is in definition. Entry points: {@code ForeignBudgets}, {@code Recording}.
 */
package dev.tidemark.config.importer;
