package dev.tidemark.browser;

import dev.tidemark.gateway.FailureKind;
import java.util.Optional;

/**
 * The plain facts of how a sample ended, from which its class follows.
 *
 * @param refusal why the gateway did not connect to the page's host
 * @param netError the {@code net::} code of the navigation, or of the document's body after {@link #status} was known
 * @param status HTTP status of the document, 0 when none came
 * @param exceeded which limit was exceeded, with its number
 * @param loaded whether the load event was seen
 * @param timedOut in which phase the time was over
 * @param silent whether the page's main thread no longer answers
 */
record Ending(
        Optional<FailureKind> refusal,
        Optional<String> netError,
        int status,
        String mediaType,
        boolean crashed,
        boolean outOfMemory,
        boolean closed,
        boolean download,
        int navigations,
        Optional<String> exceeded,
        boolean loaded,
        Optional<String> timedOut,
        boolean silent) {

    static final int MOST_NAVIGATIONS = 5;
}
