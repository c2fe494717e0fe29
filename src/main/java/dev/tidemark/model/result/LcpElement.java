package dev.tidemark.model.result;

import java.util.Optional;

/**
 * The element of the Largest Contentful Paint, and the four parts of LCP in ms, which add up to it (<a
 * href="https://web.dev/articles/optimize-lcp#lcp-breakdown">definition</a>).
 *
 * @param size visible area in square CSS pixels
 * @param url of the image; empty for text
 */
public record LcpElement(
        String selector,
        Optional<String> url,
        double size,
        double ttfbMillis,
        double loadDelayMillis,
        double loadDurationMillis,
        double renderDelayMillis) {}
