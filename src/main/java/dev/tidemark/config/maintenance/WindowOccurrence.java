package dev.tidemark.config.maintenance;

import dev.tidemark.platform.runtime.Interval;

/** A window at one of its times: what a chart draws. */
public record WindowOccurrence(MaintenanceWindow window, Interval interval) {}
