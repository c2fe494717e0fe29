/**
 * Clock, schema migration, periodic tasks, small caches, pagination, intervals, durations, and readiness of the database.
 * Does not know the tables of other packages. Entry points: {@code Interval}, {@code Page}, {@code PeriodicTasks}.
 */
package dev.tidemark.platform.runtime;
