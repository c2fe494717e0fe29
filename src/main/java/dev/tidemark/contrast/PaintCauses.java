package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.RequestChange.Kind;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.wording.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                image ? "causes.asked_for_the_largest_image" : "causes.the_largest_text_could_begin_to_load",
                orElse(blockers(), "causes.between_the_first_byte_and_the_request"),
                pair.movedPart(LcpElement::loadDelayMillis).orElse(0.0)));
        all.add(Contribution.time(
                image ? "causes.the_largest_image_had_arrived" : "causes.what_the_largest_text_needs_had_arrived",
                imageDetail(),
                pair.movedPart(LcpElement::loadDurationMillis).orElse(0.0)));
        all.add(Contribution.time(
                "causes.once_all_was_there_the_paint_came",
                workDetail(),
                pair.movedPart(LcpElement::renderDelayMillis).orElse(0.0)));
        return all;
    }

    List<Contribution> fcp(double whole) {
        double ttfb = pair.moved(PaintCauses::ttfb);
        double blocked = pair.moved(page -> Math.max(0, lastBlocking(page) - ttfb(page)));
        List<Contribution> all = new ArrayList<>(firstByte(ttfb));
        all.add(Contribution.time(
                "causes.the_files_that_block_rendering_had_arrived",
                orElse(blockers(), "causes.the_same_files_slower"),
                blocked));
        all.add(Contribution.time(
                "causes.once_they_were_there_the_first_paint_came", workDetail(), whole - ttfb - blocked));
        return all;
    }

    /** Connecting and waiting for the document, and what else came before: redirects, queues. */
    List<Contribution> firstByte(double whole) {
        Optional<Aligned> was = SidePair.document(pair.requestsBefore());
        Optional<Aligned> is = SidePair.document(pair.requestsAfter());
        if (was.isEmpty() || is.isEmpty()) {
            return List.of(Contribution.time(
                    "causes.the_first_byte_came", Said.of("causes.connections_redirects_and_the_server"), whole));
        }
        double wait = is.get().waitMillis() - was.get().waitMillis();
        double connect = is.get().connectMillis() - was.get().connectMillis();
        Said server = Said.of(
                "causes.waiting_for_the_document",
                times(was.get().waitMillis(), is.get().waitMillis()));
        Said network = Said.of(
                "causes.name_connection_and_tls",
                times(was.get().connectMillis(), is.get().connectMillis()));
        return List.of(
                Contribution.time("causes.the_server_answered", server, wait),
                Contribution.time("causes.the_connection_stood", network, connect),
                Contribution.time(
                        "causes.the_document_was_asked_for",
                        Said.of("causes.redirects_and_what_else_comes_before"),
                        whole - wait - connect));
    }

    private Said imageDetail() {
        Optional<Aligned> was = image(pair.before(), pair.requestsBefore());
        Optional<Aligned> is = image(pair.after(), pair.requestsAfter());
        if (was.isEmpty() || is.isEmpty()) {
            return Said.NOTHING;
        }
        if (Math.abs(is.get().bytes() - was.get().bytes()) >= WORTH_TELLING_BYTES) {
            String sizes = ValueText.of(Metric.BYTES, was.get().bytes()) + " → "
                    + ValueText.of(Metric.BYTES, is.get().bytes());
            return Said.of("causes.of_another_size", Names.ofFile(is.get().url()), sizes);
        }
        double waited = is.get().waitMillis() - was.get().waitMillis();
        return Math.abs(waited) >= WORTH_TELLING_MILLIS
                ? Said.of(
                        "causes.its_server_answered_in",
                        times(was.get().waitMillis(), is.get().waitMillis()))
                : Said.together(Said.of("causes.at_the_same_size"), beside());
    }

    private Said workDetail() {
        double busy = pair.moved(page -> SidePair.busy(page, lcpTime(page)));
        boolean told = Math.abs(busy) >= WORTH_TELLING_MILLIS;
        Said tasks = told ? tasks(ValueText.change(Metric.LCP, busy)) : Said.NOTHING;
        Said all = Said.together(tasks, blockers());
        return orElse(all, "causes.work_between_the_arrival_and_the_paint");
    }

    private Said tasks(String busy) {
        return new WorkCauses(pair)
                .worst()
                .map(script -> Said.of("causes.long_tasks_before_it_most_of_it_in", busy, script))
                .orElse(Said.of("causes.long_tasks_before_it", busy));
    }

    private Said blockers() {
        return Said.together(
                named("causes.newly_blocking", Kind.NEWLY_BLOCKING, false),
                named("causes.no_longer_blocking", Kind.UNBLOCKED, false),
                named("causes.blocking_and_grown", Kind.GROWN, true),
                named("causes.blocking_and_slower", Kind.SLOWER, true));
    }

    /** New and grown files are on the same line. */
    private Said beside() {
        double added = pair.changes().stream()
                .filter(one -> one.kind() == Kind.NEW || one.kind() == Kind.GROWN)
                .mapToDouble(RequestChange::addedBytes)
                .sum();
        return added < WORTH_TELLING_BYTES
                ? Said.NOTHING
                : Said.of("causes.more_are_loaded_by_new_and_grown_files", ValueText.of(Metric.BYTES, added));
    }

    private Said named(String key, Kind kind, boolean onlyBlocking) {
        List<String> names = pair.changes().stream()
                .filter(one ->
                        one.kind() == kind && (!onlyBlocking || one.request().blocking()))
                .limit(NAMED)
                .map(RequestChange::shortName)
                .toList();
        return names.isEmpty() ? Said.NOTHING : Said.of(key, Said.listed(names));
    }

    private static Said orElse(Said said, String otherKey) {
        return said.isBlank() ? Said.of(otherKey) : said;
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
