package dev.tidemark.prober.browser;

import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.network.LastDocumentAttempt;
import dev.tidemark.prober.network.NetworkExchange;
import dev.tidemark.prober.proxy.ConnectFailure;
import dev.tidemark.prober.proxy.ConnectionRecord;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.vitals.PageVitals;
import java.util.Optional;

/** Determines how a page load ended from the page, the network and the proxy. */
record PageLoadEnd(PageLoad load, ProxySession proxySession, PageVitals vitals) {

    SampleEnd sampleEnd() {
        return new SampleEnd(response(), termination(), timing());
    }

    private SampleEnd.Arrival response() {
        Optional<NetworkExchange> document = document();
        LastDocumentAttempt attempt = load.monitor().attempt();
        return new SampleEnd.Arrival(
                refusal(),
                load.netError(),
                attempt.status(),
                attempt.foreignScheme(),
                document.filter(NetworkExchange::hasResponse).isPresent(),
                document.map(NetworkExchange::status).orElse(0),
                document.map(NetworkExchange::mediaType).orElse(""),
                document.filter(NetworkExchange::isAttachment).isPresent(),
                load.guard().isDownload(),
                load.monitor().pages() > 0 && !load.monitor().isOnErrorPage());
    }

    private SampleEnd.Fate termination() {
        PageGuard guard = load.guard();
        return new SampleEnd.Fate(
                guard.hasCrashed(),
                guard.isOutOfMemory(),
                guard.isClosed(),
                load.monitor().navigations(),
                load.exceeded());
    }

    private SampleEnd.Time timing() {
        PageMonitor monitor = load.monitor();
        boolean collectorStarted = monitor.collectorContext() != 0;
        return new SampleEnd.Time(
                load.isUnresponsive(),
                phase(),
                monitor.isLoaded(),
                collectorStarted,
                monitor.isLeaving(),
                monitor.isUnresponsive());
    }

    private Optional<NetworkExchange> document() {
        return load.monitor().network().document();
    }

    /** The proxy knows why a connection failed; it does not know the cause of other codes. */
    private Optional<ConnectFailure> refusal() {
        return load.netError().filter(NetErrors::isProxyFailure).flatMap(code -> connectionOfTheDocument()
                .flatMap(ConnectionRecord::failure));
    }

    private String phase() {
        if (document().filter(NetworkExchange::hasResponse).isPresent()
                && !load.monitor().isLeaving()) {
            return load.monitor().isLoaded() ? "collect" : load.monitor().isBusyWithScripts() ? "script" : "load";
        }
        if (connectionOfTheDocument()
                .filter(connection -> !connection.isPending())
                .isEmpty()) {
            return "connect";
        }
        LastDocumentAttempt attempt = load.monitor().attempt();
        return attempt.url().startsWith("https:") && !attempt.isSent() ? "tls" : "ttfb";
    }

    /**
     * After redirects, the connection of the last requested host counts, even if other requests were made in the
     * meantime.
     */
    private Optional<ConnectionRecord> connectionOfTheDocument() {
        String host = hostOf(load.monitor().attempt().url());
        return proxySession.connections().stream()
                .filter(connection -> connection.host().equalsIgnoreCase(host))
                .reduce((earlier, later) -> later)
                .or(() -> proxySession.connections().stream().reduce((earlier, later) -> later));
    }

    private static String hostOf(String url) {
        return WebUrl.tryParse(url)
                .map(known -> known.hostOrAddress().replaceFirst("\\.$", ""))
                .orElse("");
    }
}
