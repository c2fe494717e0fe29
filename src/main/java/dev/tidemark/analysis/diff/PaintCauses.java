package dev.tidemark.analysis.diff;

import dev.tidemark.analysis.diff.RequestChange.RequestChangeType;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moved the paints. The four parts of LCP add up to it (https://web.dev/articles/optimize-lcp#lcp-breakdown), and the first of
 * them is made of connecting, waiting and the rest; so is FCP of the first byte, the files that block rendering, and work.
 */
record PaintCauses(DiffInput pair) {

    private static final int NAMED = 3;
    private static final double WORTH_TELLING_MILLIS = 20;
    private static final double WORTH_TELLING_BYTES = 2_000;

    List<Contribution> lcp() {
        Optional<Double> ttfb = pair.movedPart(LcpElement::ttfbMillis);
        if (ttfb.isEmpty()) {
            return List.of();
        }
        boolean image = pair.after().page().lcp().flatMap(LcpElement::url).isPresent();
        List<Contribution> all = new ArrayList<>(firstByte(ttfb.get()));
        all.add(Contribution.time(
                image ? "cause.lcpImageRequested" : "cause.lcpTextLoadStarted",
                orElse(blockers(), "cause.lcpRequested.detail"),
                pair.movedPart(LcpElement::loadDelayMillis).orElse(0.0)));
        all.add(Contribution.time(
                image ? "cause.lcpImageLoaded" : "cause.lcpTextLoaded",
                imageDetail(),
                pair.movedPart(LcpElement::loadDurationMillis).orElse(0.0)));
        all.add(Contribution.time(
                "cause.lcpPainted",
                workDetail(),
                pair.movedPart(LcpElement::renderDelayMillis).orElse(0.0)));
        return all;
    }

    List<Contribution> fcp(double whole) {
        double ttfb = pair.moved(PaintCauses::ttfb);
        double blocked = pair.moved(page -> Math.max(0, lastBlocking(page) - ttfb(page)));
        List<Contribution> all = new ArrayList<>(firstByte(ttfb));
        all.add(Contribution.time("cause.blockingLoaded", orElse(blockers(), "cause.blockingLoaded.detail"), blocked));
        all.add(Contribution.time("cause.firstPaintAfterBlocking", workDetail(), whole - ttfb - blocked));
        return all;
    }

    /** Connecting and waiting for the document, and what else came before: redirects, queues. */
    List<Contribution> firstByte(double whole) {
        Optional<AlignedRequest> was = DiffInput.document(pair.requestsBefore());
        Optional<AlignedRequest> is = DiffInput.document(pair.requestsAfter());
        if (was.isEmpty() || is.isEmpty()) {
            return List.of(Contribution.time("cause.firstByte", LocalizedMessage.of("cause.firstByte.detail"), whole));
        }
        double wait = is.get().waitMillis() - was.get().waitMillis();
        double connect = is.get().connectMillis() - was.get().connectMillis();
        LocalizedMessage server = LocalizedMessage.of(
                "cause.serverWait.detail",
                times(was.get().waitMillis(), is.get().waitMillis()));
        LocalizedMessage network = LocalizedMessage.of(
                "cause.connectionSetup.detail",
                times(was.get().connectMillis(), is.get().connectMillis()));
        return List.of(
                Contribution.time("cause.serverResponse", server, wait),
                Contribution.time("cause.connection", network, connect),
                Contribution.time(
                        "cause.documentRequested",
                        LocalizedMessage.of("cause.documentRequested.detail"),
                        whole - wait - connect));
    }

    private LocalizedMessage imageDetail() {
        Optional<AlignedRequest> was = image(pair.before(), pair.requestsBefore());
        Optional<AlignedRequest> is = image(pair.after(), pair.requestsAfter());
        if (was.isEmpty() || is.isEmpty()) {
            return LocalizedMessage.EMPTY;
        }
        if (Math.abs(is.get().bytes() - was.get().bytes()) >= WORTH_TELLING_BYTES) {
            String sizes = MetricFormat.of(Metric.BYTES, was.get().bytes()) + " → "
                    + MetricFormat.of(Metric.BYTES, is.get().bytes());
            return LocalizedMessage.of(
                    "cause.resource.sizeChanged", UrlNames.ofFile(is.get().url()), sizes);
        }
        double waited = is.get().waitMillis() - was.get().waitMillis();
        return Math.abs(waited) >= WORTH_TELLING_MILLIS
                ? LocalizedMessage.of(
                        "cause.resource.serverTime",
                        times(was.get().waitMillis(), is.get().waitMillis()))
                : LocalizedMessage.sentences(LocalizedMessage.of("cause.resource.sameSize"), beside());
    }

    private LocalizedMessage workDetail() {
        double busy = pair.moved(page -> DiffInput.busy(page, lcpTime(page)));
        boolean told = Math.abs(busy) >= WORTH_TELLING_MILLIS;
        LocalizedMessage tasks = told ? tasks(MetricFormat.difference(Metric.LCP, busy)) : LocalizedMessage.EMPTY;
        LocalizedMessage all = LocalizedMessage.sentences(tasks, blockers());
        return orElse(all, "cause.paintWork");
    }

    private LocalizedMessage tasks(String busy) {
        return new MainThreadCauses(pair)
                .worst()
                .map(script -> LocalizedMessage.of("cause.longTasksBefore.script", busy, script))
                .orElse(LocalizedMessage.of("cause.longTasksBefore", busy));
    }

    private LocalizedMessage blockers() {
        return LocalizedMessage.sentences(
                named("cause.blocking.new", RequestChangeType.NEWLY_BLOCKING, false),
                named("cause.blocking.removed", RequestChangeType.UNBLOCKED, false),
                named("cause.blocking.larger", RequestChangeType.GROWN, true),
                named("cause.blocking.slower", RequestChangeType.SLOWER, true));
    }

    /** New and grown files are on the same line. */
    private LocalizedMessage beside() {
        double added = pair.changes().stream()
                .filter(one -> one.kind() == RequestChangeType.NEW || one.kind() == RequestChangeType.GROWN)
                .mapToDouble(RequestChange::addedBytes)
                .sum();
        return added < WORTH_TELLING_BYTES
                ? LocalizedMessage.EMPTY
                : LocalizedMessage.of("cause.moreBytes", MetricFormat.of(Metric.BYTES, added));
    }

    private LocalizedMessage named(String key, RequestChangeType kind, boolean onlyBlocking) {
        List<String> names = pair.changes().stream()
                .filter(one ->
                        one.kind() == kind && (!onlyBlocking || one.request().blocking()))
                .limit(NAMED)
                .map(RequestChange::shortName)
                .toList();
        return names.isEmpty() ? LocalizedMessage.EMPTY : LocalizedMessage.of(key, LocalizedMessage.list(names));
    }

    private static LocalizedMessage orElse(LocalizedMessage said, String otherKey) {
        return said.isBlank() ? LocalizedMessage.of(otherKey) : said;
    }

    private static String times(double was, double is) {
        return MetricFormat.of(Metric.LCP, was) + " → " + MetricFormat.of(Metric.LCP, is);
    }

    private static Optional<AlignedRequest> image(DiffSide side, Map<String, AlignedRequest> requests) {
        return side.page()
                .lcp()
                .flatMap(LcpElement::url)
                .map(UrlPattern::of)
                .flatMap(shape -> requests.values().stream()
                        .filter(one -> UrlPattern.of(one.url()).equals(shape))
                        .findFirst());
    }

    static double ttfb(PageDetails page) {
        return page.lcp().map(LcpElement::ttfbMillis).orElse(0.0);
    }

    private static double lastBlocking(PageDetails page) {
        return page.requests().stream()
                .filter(one -> one.renderBlocking())
                .mapToDouble(one -> one.endMillis())
                .max()
                .orElse(0);
    }

    private static double lcpTime(PageDetails page) {
        return page.lcp()
                .map(lcp ->
                        lcp.ttfbMillis() + lcp.loadDelayMillis() + lcp.loadDurationMillis() + lcp.renderDelayMillis())
                .orElse(0.0);
    }
}
