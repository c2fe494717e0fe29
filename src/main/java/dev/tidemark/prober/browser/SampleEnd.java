package dev.tidemark.prober.browser;

import dev.tidemark.prober.proxy.ConnectFailure;
import java.util.Optional;

/** How a sample ended: the input of the {@link OutcomeClassifier}. */
record SampleEnd(Arrival response, Fate termination, Time timing) {

    static final int MAX_NAVIGATIONS = 5;

    /**
     * Result of requesting the document.
     *
     * @param refusal why the proxy did not connect to its host
     * @param netError the {@code net::} code of the navigation, or of the body after the response headers
     * @param wireStatus HTTP status on the network, also of a response that the browser dropped; 0 without a
     *     response
     * @param foreignScheme scheme that the last response redirected to
     * @param responded whether the browser accepted a response, with {@code status} and {@code mediaType}
     * @param attachment whether the response is an attachment
     * @param shown whether the main frame has committed the document or a successor of it
     */
    record Arrival(
            Optional<ConnectFailure> refusal,
            Optional<String> netError,
            int wireStatus,
            Optional<String> foreignScheme,
            boolean responded,
            int status,
            String mediaType,
            boolean attachment,
            boolean download,
            boolean shown) {}

    /** @param exceeded which limit was exceeded, with its number */
    record Fate(boolean crashed, boolean outOfMemory, boolean closed, int navigations, Optional<String> exceeded) {}

    /**
     * @param timedOut whether the time limit was reached before the end of the observation or of the steps
     * @param phase in which it ended: connect, tls, ttfb, load, script or collect
     * @param loaded whether loading had finished
     * @param collectorStarted whether the collector of the page had sent any message
     * @param leaving whether the page had navigated to a URL without a response
     * @param unresponsive whether the main thread of the page is unresponsive
     */
    record Time(
            boolean timedOut,
            String phase,
            boolean loaded,
            boolean collectorStarted,
            boolean leaving,
            boolean unresponsive) {}
}
