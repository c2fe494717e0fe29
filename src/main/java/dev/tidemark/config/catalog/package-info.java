/**
 * All definitions wherever they came from: the database, the files of the probes directory, the API.
 * Not: how a definition is written (definition), when it runs (schedule). Door: {@code ProbeCatalog}.
 */
package dev.tidemark.config.catalog;
