/**
 * Cron expressions: their syntax, the wall-clock times that they match, and the instants of these in a time zone.
 * Does not know probes or windows. Entry point: {@code CronSchedule}.
 */
package dev.tidemark.model.schedule;
