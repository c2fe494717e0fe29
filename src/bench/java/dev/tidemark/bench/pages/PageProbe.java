package dev.tidemark.bench.pages;

import java.util.Map;

/** What the product measured of one of its pages: medians by metric code, unthrottled and as on a telephone. */
record PageProbe(Map<String, Double> desktop, Map<String, Double> mobile) {}
