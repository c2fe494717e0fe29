/** The embedded PostgreSQL. Entry point: {@code BundledPostgres}. */
package dev.tidemark.launcher.postgres;
