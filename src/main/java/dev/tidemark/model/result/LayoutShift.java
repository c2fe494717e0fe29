package dev.tidemark.model.result;

import java.util.Optional;

/** A layout shift: score, time in ms from navigation start, and the selector of the element that moved most, if known. */
public record LayoutShift(double value, double atMillis, Optional<String> selector, boolean afterInput) {}
