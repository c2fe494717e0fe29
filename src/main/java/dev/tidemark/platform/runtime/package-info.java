/**
 * Configuration, clock, database schema, periodic tasks, problem details and query parameters.
 * Does not know the tables of other packages. Entry points: {@code Schema}, {@code Rounds}, {@code ProblemException}.
 */
package dev.tidemark.platform.runtime;
