/**
 * The planned instants of a schedule, for triggers, for missed slots and for previews alike.
 * Does not start anything (quartz). Entry point: {@code Timetable}.
 */
package dev.tidemark.scheduling.timetable;
