/**
 * Ground: the database's schema and the life of the process. Not: what rooms keep in the database.
 * Door: {@link dev.tidemark.platform.runtime.SchemaMigration}.
 */
package dev.tidemark.platform.runtime;
