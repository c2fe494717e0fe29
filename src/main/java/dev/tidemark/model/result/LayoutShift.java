package dev.tidemark.model.result;

import java.util.Optional;

/** One layout shift: its score, when (ms from navigation start), the element that moved most, if it is known. */
public record LayoutShift(double value, double atMillis, Optional<String> selector, boolean afterInput) {}
