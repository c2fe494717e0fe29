package dev.tidemark.maintenance;

/** A window at one of its times: what a chart draws. */
public record Planned(Window window, Interval interval) {}
