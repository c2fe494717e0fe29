package dev.tidemark.prober.browser;

import dev.tidemark.prober.network.LastDocumentAttempt;
import dev.tidemark.prober.network.NetworkExchange;
import dev.tidemark.prober.proxy.ConnectFailure;
import dev.tidemark.prober.proxy.ConnectionRecord;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.vitals.PageVitals;
import java.net.URI;
import java.util.Optional;

/** Gathers how a visit ended: from the page, the wire and the gateway. */
record PageLoadEnd(PageLoad visit, ProxySession passage, PageVitals observed) {

    SampleEnd ending() {
        return new SampleEnd(arrival(), fate(), time());
    }

    private SampleEnd.Arrival arrival() {
        Optional<NetworkExchange> document = document();
        LastDocumentAttempt attempt = visit.watch().attempt();
        return new SampleEnd.Arrival(
                refusal(),
                visit.netError(),
                attempt.status(),
                attempt.foreignScheme(),
                document.filter(NetworkExchange::isAnswered).isPresent(),
                document.map(NetworkExchange::status).orElse(0),
                document.map(NetworkExchange::mediaType).orElse(""),
                document.filter(NetworkExchange::isAttachment).isPresent(),
                visit.guard().isDownload(),
                visit.watch().pages() > 0 && !visit.watch().isOnErrorPage());
    }

    private SampleEnd.Fate fate() {
        PageGuard guard = visit.guard();
        return new SampleEnd.Fate(
                guard.hasCrashed(),
                guard.isOutOfMemory(),
                guard.isClosed(),
                visit.watch().navigations(),
                visit.exceeded());
    }

    private SampleEnd.Time time() {
        PageMonitor watch = visit.watch();
        boolean told = watch.world() != 0;
        return new SampleEnd.Time(
                visit.isStuck(), phase(), watch.isLoaded(), told, watch.isLeaving(), watch.isSilent());
    }

    private Optional<NetworkExchange> document() {
        return visit.watch().network().document();
    }

    /** The gateway knows why there is no connection; of other codes it knows nothing. */
    private Optional<ConnectFailure> refusal() {
        return visit.netError().filter(NetErrors::isOfTheProxy).flatMap(code -> connectionOfTheDocument()
                .flatMap(ConnectionRecord::failure));
    }

    private String phase() {
        if (document().filter(NetworkExchange::isAnswered).isPresent()
                && !visit.watch().isLeaving()) {
            return visit.watch().isLoaded() ? "collect" : visit.watch().isBusyWithScripts() ? "script" : "load";
        }
        if (connectionOfTheDocument().filter(fact -> !fact.isPending()).isEmpty()) {
            return "connect";
        }
        LastDocumentAttempt attempt = visit.watch().attempt();
        return attempt.url().startsWith("https:") && !attempt.isSent() ? "tls" : "ttfb";
    }

    /**
     * After redirects, the connection of the last requested host counts, even if other requests were made in the
     * meantime.
     */
    private Optional<ConnectionRecord> connectionOfTheDocument() {
        String host = hostOf(visit.watch().attempt().url());
        return passage.connections().stream()
                .filter(one -> one.host().equalsIgnoreCase(host))
                .reduce((earlier, later) -> later)
                .or(() -> passage.connections().stream().reduce((earlier, later) -> later));
    }

    private static String hostOf(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.replaceAll("[\\[\\]]|\\.$", "");
        } catch (IllegalArgumentException notForJava) {
            return "";
        }
    }
}
