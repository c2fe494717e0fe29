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
 * Causes of changes of TTFB, FCP and LCP. LCP is the sum of four parts (https://web.dev/articles/optimize-lcp#lcp-breakdown), the first
 * of which is TTFB: connection, server response, and the time before the request. FCP is the sum of TTFB, render-blocking
 * resources, and main-thread work.
 */
record PaintCauses(DiffInput input) {

    private static final int MAX_NAMED = 3;
    private static final double MIN_CHANGE_MILLIS = 20;
    private static final double MIN_CHANGE_BYTES = 2_000;

    List<Contribution> lcp() {
        Optional<Double> ttfb = input.partChange(LcpElement::ttfbMillis);
        if (ttfb.isEmpty()) {
            return List.of();
        }
        boolean image = input.after().page().lcp().flatMap(LcpElement::url).isPresent();
        List<Contribution> all = new ArrayList<>(firstByte(ttfb.get()));
        all.add(Contribution.time(
                image ? "cause.lcpImageRequested" : "cause.lcpTextLoadStarted",
                orElse(blockers(), "cause.lcpRequested.detail"),
                input.partChange(LcpElement::loadDelayMillis).orElse(0.0)));
        all.add(Contribution.time(
                image ? "cause.lcpImageLoaded" : "cause.lcpTextLoaded",
                imageDetail(),
                input.partChange(LcpElement::loadDurationMillis).orElse(0.0)));
        all.add(Contribution.time(
                "cause.lcpPainted",
                workDetail(),
                input.partChange(LcpElement::renderDelayMillis).orElse(0.0)));
        return all;
    }

    List<Contribution> fcp(double whole) {
        double ttfb = input.change(PaintCauses::ttfb);
        double blocked = input.change(page -> Math.max(0, lastBlocking(page) - ttfb(page)));
        List<Contribution> all = new ArrayList<>(firstByte(ttfb));
        all.add(Contribution.time("cause.blockingLoaded", orElse(blockers(), "cause.blockingLoaded.detail"), blocked));
        all.add(Contribution.time("cause.firstPaintAfterBlocking", workDetail(), whole - ttfb - blocked));
        return all;
    }

    /** The parts of TTFB: connection, server response, and the time before the request (redirects, queueing). */
    List<Contribution> firstByte(double whole) {
        Optional<AlignedRequest> was = DiffInput.document(input.requestsBefore());
        Optional<AlignedRequest> is = DiffInput.document(input.requestsAfter());
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
        Optional<AlignedRequest> was = image(input.before(), input.requestsBefore());
        Optional<AlignedRequest> is = image(input.after(), input.requestsAfter());
        if (was.isEmpty() || is.isEmpty()) {
            return LocalizedMessage.EMPTY;
        }
        if (Math.abs(is.get().bytes() - was.get().bytes()) >= MIN_CHANGE_BYTES) {
            String sizes = MetricFormat.of(Metric.BYTES, was.get().bytes()) + " → "
                    + MetricFormat.of(Metric.BYTES, is.get().bytes());
            return LocalizedMessage.of(
                    "cause.resource.sizeChanged", UrlNames.ofFile(is.get().url()), sizes);
        }
        double waitChange = is.get().waitMillis() - was.get().waitMillis();
        return Math.abs(waitChange) >= MIN_CHANGE_MILLIS
                ? LocalizedMessage.of(
                        "cause.resource.serverTime",
                        times(was.get().waitMillis(), is.get().waitMillis()))
                : LocalizedMessage.sentences(LocalizedMessage.of("cause.resource.sameSize"), additionalBytes());
    }

    private LocalizedMessage workDetail() {
        double busy = input.change(page -> DiffInput.busy(page, lcpTime(page)));
        boolean listed = Math.abs(busy) >= MIN_CHANGE_MILLIS;
        LocalizedMessage tasks = listed ? tasks(MetricFormat.difference(Metric.LCP, busy)) : LocalizedMessage.EMPTY;
        LocalizedMessage all = LocalizedMessage.sentences(tasks, blockers());
        return orElse(all, "cause.paintWork");
    }

    private LocalizedMessage tasks(String busy) {
        return new MainThreadCauses(input)
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

    /** The bytes of new and larger resources, which compete for bandwidth. */
    private LocalizedMessage additionalBytes() {
        double added = input.changes().stream()
                .filter(one -> one.kind() == RequestChangeType.NEW || one.kind() == RequestChangeType.GROWN)
                .mapToDouble(RequestChange::addedBytes)
                .sum();
        return added < MIN_CHANGE_BYTES
                ? LocalizedMessage.EMPTY
                : LocalizedMessage.of("cause.moreBytes", MetricFormat.of(Metric.BYTES, added));
    }

    private LocalizedMessage named(String key, RequestChangeType kind, boolean onlyBlocking) {
        List<String> names = input.changes().stream()
                .filter(one ->
                        one.kind() == kind && (!onlyBlocking || one.request().blocking()))
                .limit(MAX_NAMED)
                .map(RequestChange::shortName)
                .toList();
        return names.isEmpty() ? LocalizedMessage.EMPTY : LocalizedMessage.of(key, LocalizedMessage.list(names));
    }

    private static LocalizedMessage orElse(LocalizedMessage message, String otherKey) {
        return message.isBlank() ? LocalizedMessage.of(otherKey) : message;
    }

    private static String times(double was, double is) {
        return MetricFormat.of(Metric.LCP, was) + " → " + MetricFormat.of(Metric.LCP, is);
    }

    private static Optional<AlignedRequest> image(DiffSide side, Map<String, AlignedRequest> requests) {
        return side.page()
                .lcp()
                .flatMap(LcpElement::url)
                .map(UrlPattern::of)
                .flatMap(pattern -> requests.values().stream()
                        .filter(one -> UrlPattern.of(one.url()).equals(pattern))
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
