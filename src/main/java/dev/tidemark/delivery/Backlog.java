package dev.tidemark.delivery;

/** Letters that have not arrived: those that are still tried, and those that were given up. */
public record Backlog(long waiting, long dead) {}
