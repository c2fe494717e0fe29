package dev.tidemark.browser;

import dev.tidemark.gateway.ConnectionFact;
import dev.tidemark.gateway.FailureKind;
import dev.tidemark.gateway.Passage;
import dev.tidemark.traffic.Exchange;
import dev.tidemark.traffic.LastAttempt;
import dev.tidemark.vitals.Observed;
import java.net.URI;
import java.util.Optional;

/** Gathers how a visit ended: from the page, the wire and the gateway. */
record VisitEnding(Visit visit, Passage passage, Observed observed) {

    Ending ending() {
        return new Ending(arrival(), fate(), time());
    }

    private Ending.Arrival arrival() {
        Optional<Exchange> document = document();
        LastAttempt attempt = visit.watch().attempt();
        return new Ending.Arrival(
                refusal(),
                visit.netError(),
                attempt.status(),
                attempt.foreignScheme(),
                document.filter(Exchange::isAnswered).isPresent(),
                document.map(Exchange::status).orElse(0),
                document.map(Exchange::mediaType).orElse(""),
                document.filter(Exchange::isAttachment).isPresent(),
                visit.guard().isDownload(),
                visit.watch().pages() > 0 && !visit.watch().isOnErrorPage());
    }

    private Ending.Fate fate() {
        PageGuard guard = visit.guard();
        return new Ending.Fate(
                guard.hasCrashed(),
                guard.isOutOfMemory(),
                guard.isClosed(),
                visit.watch().navigations(),
                visit.exceeded());
    }

    private Ending.Time time() {
        PageWatch watch = visit.watch();
        boolean told = watch.world() != 0;
        return new Ending.Time(visit.isStuck(), phase(), watch.isLoaded(), told, watch.isLeaving(), watch.isSilent());
    }

    private Optional<Exchange> document() {
        return visit.watch().network().document();
    }

    /** The gateway knows why there is no connection; of other codes it knows nothing. */
    private Optional<FailureKind> refusal() {
        return visit.netError().filter(NetErrors::isOfTheProxy).flatMap(code -> connectionOfTheDocument()
                .flatMap(ConnectionFact::failure));
    }

    private String phase() {
        if (document().filter(Exchange::isAnswered).isPresent()
                && !visit.watch().isLeaving()) {
            return visit.watch().isLoaded() ? "collect" : visit.watch().isBusyWithScripts() ? "script" : "load";
        }
        if (connectionOfTheDocument().filter(fact -> !fact.isPending()).isEmpty()) {
            return "connect";
        }
        LastAttempt attempt = visit.watch().attempt();
        return attempt.url().startsWith("https:") && !attempt.isSent() ? "tls" : "ttfb";
    }

    /** After redirects the last one asked for counts; that of its host, when something else was asked for meanwhile. */
    private Optional<ConnectionFact> connectionOfTheDocument() {
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
