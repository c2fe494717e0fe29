/**
 * The content of responses: content codings, charset, JSON, Prometheus text, and assertions on them.
 * Does not send requests (prober.http). Entry points: {@code ResponseBody}, {@code ContentAssertions}.
 */
package dev.tidemark.prober.response;
