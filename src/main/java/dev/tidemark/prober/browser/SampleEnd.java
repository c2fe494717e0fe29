package dev.tidemark.prober.browser;

import dev.tidemark.prober.proxy.ConnectFailure;
import java.util.Optional;

/** The plain facts of how a sample ended, from which its class follows. */
record SampleEnd(Arrival arrival, Fate fate, Time time) {

    static final int MOST_NAVIGATIONS = 5;

    /**
     * What came of asking for the document.
     *
     * @param refusal why the gateway did not connect to its host
     * @param netError the {@code net::} code of the navigation, or of the body after the answer had begun
     * @param wireStatus HTTP status on the wire, also of an answer that the browser dropped; 0 when none came
     * @param foreignScheme to which the last answer redirected
     * @param answered whether the browser took an answer, with {@code status} and {@code mediaType}
     * @param attachment whether the answer wants to be saved and not shown
     * @param shown whether the page's frame shows the document, or what has come of it
     */
    record Arrival(
            Optional<ConnectFailure> refusal,
            Optional<String> netError,
            int wireStatus,
            Optional<String> foreignScheme,
            boolean answered,
            int status,
            String mediaType,
            boolean attachment,
            boolean download,
            boolean shown) {}

    /** @param exceeded which limit was exceeded, with its number */
    record Fate(boolean crashed, boolean outOfMemory, boolean closed, int navigations, Optional<String> exceeded) {}

    /**
     * @param over whether the sample's time was over before the observation was, or steps were kept from going on
     * @param phase in which it ended: connect, tls, ttfb, load, script or collect
     * @param loaded whether loading had come to its end
     * @param told whether the page's collector had said anything
     * @param leaving whether the page had left for an address from which nothing came
     * @param silent whether the page's main thread no longer answers
     */
    record Time(boolean over, String phase, boolean loaded, boolean told, boolean leaving, boolean silent) {}
}
