package dev.tidemark.config.maintenance;

import dev.tidemark.platform.runtime.Interval;

/** One occurrence of a window. */
public record WindowOccurrence(MaintenanceWindow window, Interval interval) {}
