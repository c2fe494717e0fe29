/**
 * What other tools wrote: budget files of Lighthouse, sitespeed.io and Lighthouse CI, journeys recorded with DevTools.
 * Not: our own form (definition). Doors: {@code ForeignBudgets}, {@code Recording}.
 */
package dev.tidemark.config.importer;
