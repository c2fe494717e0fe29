package dev.tidemark.storage.run;

import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.ConsoleMessage;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RequestRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One load of a synthetic page, request by request: a shop with some forty first-party and third-party files. */
final class SyntheticLoad {
    private final Random random;
    private final Measurements measured;
    private final double lcp;
    private final String site;

    SyntheticLoad(Instant at, int number, int sample) {
        random = new Random(at.getEpochSecond() * 31 + sample);
        measured = new SyntheticPage(number).measure(at.plusSeconds(sample));
        lcp = measured.find(Metric.LCP).orElseThrow().value();
        site = "https://demo-" + (number + 1) + ".example";
    }

    Measurements measured() {
        return measured;
    }

    double lcp() {
        return lcp;
    }

    PageDetails facts() {
        return new PageDetails(
                "Demo page",
                site + "/",
                Optional.of(new LcpElement(
                        "main > img.hero",
                        Optional.of(site + "/img/hero.3fa2b1.jpg"),
                        640_000,
                        0.2 * lcp,
                        0.25 * lcp,
                        0.4 * lcp,
                        0.15 * lcp)),
                List.of(
                        new LayoutShift(0.015, 0.7 * lcp, Optional.of("div.banner"), false),
                        new LayoutShift(0.005, 1.1 * lcp, Optional.of("section.offers"), false)),
                Optional.empty(),
                List.of(
                        new LongTask(0.65 * lcp, 90, Optional.of(site + "/js/app.77ab10.js")),
                        new LongTask(0.9 * lcp, 70, Optional.of("https://tags.example/gtm.js"))),
                requests(),
                List.of(new ConsoleMessage("warning", "A cookie of tags.example was refused", 0.8 * lcp)),
                List.of(),
                site + "/",
                site + "/",
                List.of());
    }

    List<Artifact> evidence() {
        List<Artifact> evidence = new ArrayList<>(SyntheticFilmstrip.frames(lcp));
        evidence.add(
                new Artifact(Artifact.ArtifactType.HAR, 1, 0, "application/json", SyntheticHar.of(site, requests())));
        return evidence;
    }

    private List<RequestRecord> requests() {
        List<RequestRecord> all = new ArrayList<>();
        all.add(request(site + "/", "document", 0, 0.2 * lcp, 24_000, true));
        add(all, 3, site + "/css/part-%d.9c1d.css", "stylesheet", 0.21, 12_000, true);
        add(all, 8, site + "/js/part-%d.77ab10.js", "script", 0.24, 48_000, false);
        add(all, 2, site + "/fonts/text-%d.woff2", "font", 0.45, 26_000, false);
        all.add(request(site + "/img/hero.3fa2b1.jpg", "image", 0.45 * lcp, 0.4 * lcp, 210_000, false));
        add(all, 20, site + "/img/offer-%d.jpg", "image", 0.6, 22_000, false);
        add(all, 3, site + "/api/offers/%d", "other", 0.8, 4_000, false);
        add(all, 3, "https://tags.example/tag-%d.js", "script", 0.7, 31_000, false);
        add(all, 2, "https://pixel.example/p/%d.gif", "image", 1.1, 300, false);
        add(all, 2, "https://widgets.example/chat-%d.js", "script", 0.9, 64_000, false);
        return all;
    }

    private void add(
            List<RequestRecord> all,
            int count,
            String pattern,
            String type,
            double share,
            long bytes,
            boolean blocking) {
        for (int i = 1; i <= count; i++) {
            double start = share * lcp + 12 * i;
            all.add(request(pattern.formatted(i), type, start, 40 + bytes / 900.0, bytes, blocking));
        }
    }

    private RequestRecord request(String url, String type, double start, double length, long bytes, boolean blocking) {
        double took = length * (0.85 + 0.3 * random.nextDouble());
        boolean third = !url.startsWith(site);
        double phase = third ? took / 10 : -1;
        double rest = third ? took * 0.7 : took;
        return new RequestRecord(
                url,
                "GET",
                type,
                200,
                "h2",
                third,
                blocking,
                blocking ? "VeryHigh" : "Low",
                start,
                0,
                phase,
                phase,
                phase,
                0,
                rest * 0.6,
                rest * 0.4,
                start + took,
                bytes,
                bytes * 3,
                false,
                Optional.of(site + "/"),
                Optional.empty());
    }
}
