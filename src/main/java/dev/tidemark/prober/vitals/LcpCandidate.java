package dev.tidemark.prober.vitals;

import dev.tidemark.model.result.LcpElement;
import java.util.Optional;

/**
 * One candidate for the largest contentful paint. The last candidate before the first input is the LCP
 * (<a href="https://web.dev/articles/lcp">definition</a>).
 *
 * @param url of the image; empty for text
 * @param fetch from request start to response end; empty for text, or if the request is unknown
 */
record LcpCandidate(double at, double size, String url, String selector, Optional<TimeSpan> fetch) {

    LcpCandidate withFetch(TimeSpan when) {
        return new LcpCandidate(at, size, url, selector, Optional.of(when));
    }

    LcpCandidate withSelector(String found) {
        return new LcpCandidate(at, size, url, found, fetch);
    }

    /** The four parts as <a href="https://web.dev/articles/optimize-lcp#lcp-breakdown">defined</a>, each clipped to LCP. */
    LcpElement element(double ttfb) {
        double first = Math.min(ttfb, at);
        double requested =
                Math.min(at, Math.max(first, fetch.map(TimeSpan::start).orElse(0.0)));
        double received =
                Math.min(at, Math.max(requested, fetch.map(TimeSpan::end).orElse(0.0)));
        Optional<String> address = Optional.of(url).filter(text -> !text.isEmpty());
        return new LcpElement(selector, address, size, first, requested - first, received - requested, at - received);
    }
}
