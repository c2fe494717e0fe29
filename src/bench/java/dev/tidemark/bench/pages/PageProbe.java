package dev.tidemark.bench.pages;

import java.util.Map;

/** Tidemark's measurements of one of its pages: medians by metric code, unthrottled and with mobile throttling. */
record PageProbe(Map<String, Double> desktop, Map<String, Double> mobile) {}
