/**
 * Whether the database is reachable, as one shared answer for all requests and tasks of this node.
 * Not the schema and its migration (runtime). Entry point: {@code DatabaseMonitor}.
 */
package dev.tidemark.platform.database;
