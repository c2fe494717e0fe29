package dev.tidemark.model.result;

import java.util.Optional;

/**
 * The element of the largest contentful paint, and where its time went. The four parts are in ms and add up to LCP
 * (<a href="https://web.dev/articles/optimize-lcp#lcp-breakdown">definition</a>).
 *
 * @param size visible area in square CSS pixels
 * @param url the image's address; none for text
 */
public record LcpElement(
        String selector,
        Optional<String> url,
        double size,
        double ttfbMillis,
        double loadDelayMillis,
        double loadDurationMillis,
        double renderDelayMillis) {}
