package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.RequestChange.Kind;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.PageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What moved the paints. The four parts of LCP add up to it (https://web.dev/articles/optimize-lcp#lcp-breakdown), and the first of
 * them is made of connecting, waiting and the rest; so is FCP of the first byte, the files that block rendering, and work.
 */
record PaintCauses(SidePair pair) {

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
                image ? "The browser asked for the largest image" : "The largest text could begin to load",
                orElse(blockers(), "Between the first byte and the request: what comes before it in the page?"),
                pair.movedPart(LcpElement::loadDelayMillis).orElse(0.0)));
        all.add(Contribution.time(
                image ? "The largest image had arrived" : "What the largest text needs had arrived",
                imageDetail(),
                pair.movedPart(LcpElement::loadDurationMillis).orElse(0.0)));
        all.add(Contribution.time(
                "Once all was there, the paint came",
                workDetail(),
                pair.movedPart(LcpElement::renderDelayMillis).orElse(0.0)));
        return all;
    }

    List<Contribution> fcp(double whole) {
        double ttfb = pair.moved(PaintCauses::ttfb);
        double blocked = pair.moved(page -> Math.max(0, lastBlocking(page) - ttfb(page)));
        List<Contribution> all = new ArrayList<>(firstByte(ttfb));
        all.add(Contribution.time(
                "The files that block rendering had arrived", orElse(blockers(), "The same files, slower."), blocked));
        all.add(Contribution.time("Once they were there, the first paint came", workDetail(), whole - ttfb - blocked));
        return all;
    }

    /** Connecting and waiting for the document, and what else came before: redirects, queues. */
    List<Contribution> firstByte(double whole) {
        Optional<Aligned> was = SidePair.document(pair.requestsBefore());
        Optional<Aligned> is = SidePair.document(pair.requestsAfter());
        if (was.isEmpty() || is.isEmpty()) {
            return List.of(Contribution.time("The first byte came", "Connections, redirects and the server.", whole));
        }
        double wait = is.get().waitMillis() - was.get().waitMillis();
        double connect = is.get().connectMillis() - was.get().connectMillis();
        String server = "Waiting for the document: "
                + times(was.get().waitMillis(), is.get().waitMillis())
                + ". Its server, its database, its cache, or the way to it.";
        String network = "Name, connection and TLS: "
                + times(was.get().connectMillis(), is.get().connectMillis()) + ".";
        return List.of(
                Contribution.time("The server answered", server, wait),
                Contribution.time("The connection stood", network, connect),
                Contribution.time(
                        "The document was asked for", "Redirects and what else comes before.", whole - wait - connect));
    }

    private String imageDetail() {
        Optional<Aligned> was = image(pair.before(), pair.requestsBefore());
        Optional<Aligned> is = image(pair.after(), pair.requestsAfter());
        if (was.isEmpty() || is.isEmpty()) {
            return "";
        }
        String sizes = ValueText.of(Metric.BYTES, was.get().bytes()) + " → "
                + ValueText.of(Metric.BYTES, is.get().bytes());
        if (Math.abs(is.get().bytes() - was.get().bytes()) >= WORTH_TELLING_BYTES) {
            return Names.ofFile(is.get().url()) + " is of another size: " + sizes + ".";
        }
        double waited = is.get().waitMillis() - was.get().waitMillis();
        return Math.abs(waited) >= WORTH_TELLING_MILLIS
                ? "Its server answered in "
                        + times(was.get().waitMillis(), is.get().waitMillis()) + "."
                : "At the same size: the line was shared with others, or slower. " + orElse(beside(), "");
    }

    private String workDetail() {
        double busy = pair.moved(page -> SidePair.busy(page, lcpTime(page)));
        String tasks = Math.abs(busy) < WORTH_TELLING_MILLIS
                ? ""
                : "Long tasks before it: " + ValueText.change(Metric.LCP, busy) + worstScript() + ". ";
        return tasks + orElse(blockers(), tasks.isEmpty() ? "Work between the arrival and the paint." : "");
    }

    private String worstScript() {
        return new WorkCauses(pair)
                .worst()
                .map(script -> ", most of it in " + script)
                .orElse("");
    }

    private String blockers() {
        String added = named("Newly blocking", Kind.NEWLY_BLOCKING, false);
        String gone = named("No longer blocking", Kind.UNBLOCKED, false);
        String heavier = Stream.of(Kind.GROWN, Kind.SLOWER)
                .map(kind -> named(kind == Kind.GROWN ? "Blocking and grown" : "Blocking and slower", kind, true))
                .collect(Collectors.joining());
        return added + gone + heavier;
    }

    /** New and grown files are on the same line. */
    private String beside() {
        double added = pair.changes().stream()
                .filter(one -> one.kind() == Kind.NEW || one.kind() == Kind.GROWN)
                .mapToDouble(RequestChange::addedBytes)
                .sum();
        return added < WORTH_TELLING_BYTES
                ? ""
                : ValueText.of(Metric.BYTES, added) + " more are loaded by new and grown files.";
    }

    private String named(String words, Kind kind, boolean onlyBlocking) {
        String names = pair.changes().stream()
                .filter(one ->
                        one.kind() == kind && (!onlyBlocking || one.request().blocking()))
                .limit(NAMED)
                .map(RequestChange::shortName)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : words + ": " + names + ". ";
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text.strip();
    }

    private static String times(double was, double is) {
        return ValueText.of(Metric.LCP, was) + " → " + ValueText.of(Metric.LCP, is);
    }

    private static Optional<Aligned> image(Load side, Map<String, Aligned> requests) {
        return side.page()
                .lcp()
                .flatMap(LcpElement::url)
                .map(AddressShape::of)
                .flatMap(shape -> requests.values().stream()
                        .filter(one -> AddressShape.of(one.url()).equals(shape))
                        .findFirst());
    }

    static double ttfb(PageFacts page) {
        return page.lcp().map(LcpElement::ttfbMillis).orElse(0.0);
    }

    private static double lastBlocking(PageFacts page) {
        return page.requests().stream()
                .filter(one -> one.renderBlocking())
                .mapToDouble(one -> one.endMillis())
                .max()
                .orElse(0);
    }

    private static double lcpTime(PageFacts page) {
        return page.lcp()
                .map(lcp ->
                        lcp.ttfbMillis() + lcp.loadDelayMillis() + lcp.loadDurationMillis() + lcp.renderDelayMillis())
                .orElse(0.0);
    }
}
