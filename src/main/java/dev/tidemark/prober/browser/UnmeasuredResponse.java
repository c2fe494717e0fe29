package dev.tidemark.prober.browser;

import dev.tidemark.prober.network.NetworkExchange;

/**
 * Error pages of the site are not measured to the end, as they are excluded from trends; nor is content that
 * is not a page.
 */
final class UnmeasuredResponse {

    /** Maximum observation of an error page of the site. */
    private static final double MAX_ERROR_PAGE_MILLIS = 10_000;

    private UnmeasuredResponse() {}

    static boolean isAnsweredWith(PageMonitor monitor) {
        return monitor.network()
                .document()
                .filter(NetworkExchange::hasResponse)
                .filter(document -> document.status() >= 400
                        ? monitor.isLoaded() || monitor.now() > MAX_ERROR_PAGE_MILLIS
                        : !MediaTypes.isPage(document.mediaType()))
                .isPresent();
    }
}
