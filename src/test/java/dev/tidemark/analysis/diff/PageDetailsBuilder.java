package dev.tidemark.analysis.diff;

import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.storage.run.HistoryFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds page details for tests: {@code page().lcp(...).request(...).facts()}. */
public final class PageDetailsBuilder {

    private Optional<LcpElement> lcp = Optional.empty();
    private Optional<Interaction> worst = Optional.empty();
    private final List<LayoutShift> shifts = new ArrayList<>();
    private final List<LongTask> tasks = new ArrayList<>();
    private final List<RequestRecord> requests = new ArrayList<>();

    public static PageDetailsBuilder page() {
        return new PageDetailsBuilder();
    }

    /** The largest image with the four parts of its time. */
    public PageDetailsBuilder lcp(
            String selector, String image, double ttfb, double delay, double duration, double render) {
        lcp = Optional.of(new LcpElement(selector, Optional.of(image), 1, ttfb, delay, duration, render));
        return this;
    }

    /** The worst interaction with its three parts. */
    public PageDetailsBuilder interaction(
            String type, String selector, double delay, double processing, double presentation) {
        worst = Optional.of(new Interaction(type, selector, delay, processing, presentation));
        return this;
    }

    public PageDetailsBuilder shift(String selector, double value) {
        shifts.add(new LayoutShift(value, 500, Optional.of(selector), false));
        return this;
    }

    public PageDetailsBuilder task(String script, double start, double duration) {
        tasks.add(new LongTask(start, duration, Optional.of(script)));
        return this;
    }

    public PageDetailsBuilder script(String url, boolean blocking, long bytes, double took) {
        return request(url, "script", blocking, bytes, 0, took);
    }

    public PageDetailsBuilder document(String url, double connect, double wait) {
        return request(url, "document", false, 20_000, connect, wait);
    }

    public PageDetailsBuilder image(String url, long bytes, double took) {
        return request(url, "image", false, bytes, 0, took);
    }

    private PageDetailsBuilder request(
            String url, String type, boolean blocking, long bytes, double connect, double wait) {
        double start = type.equals("document") ? 0 : 100;
        boolean foreign = !url.contains("//shop.example") && !url.contains("//a.example");
        requests.add(new RequestRecord(
                url,
                "GET",
                type,
                200,
                "h2",
                foreign,
                blocking,
                "High",
                start,
                0,
                -1,
                connect > 0 ? connect : -1,
                -1,
                0,
                wait,
                0,
                start + connect + wait,
                bytes,
                bytes,
                false,
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    public PageDetails facts() {
        return new PageDetails("", "", lcp, shifts, worst, tasks, requests, List.of(), List.of(), "", "", List.of());
    }

    /** One side of a comparison, measured at normal machine speed, with these values ("LCP", 1800). */
    static DiffSide load(List<PageDetails> pages, Object... metricsAndValues) {
        return loadOn(1_000, pages, metricsAndValues);
    }

    static DiffSide loadOn(double machine, List<PageDetails> pages, Object... metricsAndValues) {
        return new DiffSide(
                HistoryFixture.measurements(metricsAndValues),
                pages,
                "Chromium 156",
                Optional.of(HistoryFixture.DESKTOP),
                machine);
    }
}
