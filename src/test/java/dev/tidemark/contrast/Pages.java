package dev.tidemark.contrast;

import dev.tidemark.history.HistoryFixture;
import dev.tidemark.observation.Interaction;
import dev.tidemark.observation.LayoutShift;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RequestFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages as they were seen, for tests: {@code page().lcp(...).request(...).facts()}. */
public final class Pages {

    private Optional<LcpElement> lcp = Optional.empty();
    private Optional<Interaction> worst = Optional.empty();
    private final List<LayoutShift> shifts = new ArrayList<>();
    private final List<LongTask> tasks = new ArrayList<>();
    private final List<RequestFact> requests = new ArrayList<>();

    public static Pages page() {
        return new Pages();
    }

    /** The largest image with the four parts of its time. */
    public Pages lcp(String selector, String image, double ttfb, double delay, double duration, double render) {
        lcp = Optional.of(new LcpElement(selector, Optional.of(image), 1, ttfb, delay, duration, render));
        return this;
    }

    /** The worst one, with its three parts. */
    public Pages interaction(String type, String selector, double delay, double processing, double presentation) {
        worst = Optional.of(new Interaction(type, selector, delay, processing, presentation));
        return this;
    }

    public Pages shift(String selector, double value) {
        shifts.add(new LayoutShift(value, 500, Optional.of(selector), false));
        return this;
    }

    public Pages task(String script, double start, double duration) {
        tasks.add(new LongTask(start, duration, Optional.of(script)));
        return this;
    }

    public Pages script(String url, boolean blocking, long bytes, double took) {
        return request(url, "script", blocking, bytes, 0, took);
    }

    public Pages document(String url, double connect, double wait) {
        return request(url, "document", false, 20_000, connect, wait);
    }

    public Pages image(String url, long bytes, double took) {
        return request(url, "image", false, bytes, 0, took);
    }

    private Pages request(String url, String type, boolean blocking, long bytes, double connect, double wait) {
        double start = type.equals("document") ? 0 : 100;
        boolean foreign = !url.contains("//shop.example") && !url.contains("//a.example");
        requests.add(new RequestFact(
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

    public PageFacts facts() {
        return new PageFacts("", "", lcp, shifts, worst, tasks, requests, List.of(), List.of());
    }

    /** A side of the machine's usual speed with these values ("LCP", 1800). */
    static Load load(List<PageFacts> pages, Object... metricsAndValues) {
        return loadOn(1_000, pages, metricsAndValues);
    }

    static Load loadOn(double machine, List<PageFacts> pages, Object... metricsAndValues) {
        return new Load(
                HistoryFixture.measurements(metricsAndValues),
                pages,
                "Chromium 156",
                Optional.of(HistoryFixture.DESKTOP),
                machine);
    }
}
