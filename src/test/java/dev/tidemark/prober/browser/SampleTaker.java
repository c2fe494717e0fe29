package dev.tidemark.prober.browser;

import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.host.NoiseDetector;
import dev.tidemark.prober.host.SampleDeadline;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Takes single samples as in production, but without repeating noisy ones, and records filmstrips. */
final class SampleTaker implements AutoCloseable {

    private static final Profile DESKTOP = NamedProfiles.named("unthrottled");

    private static final PageLoadSettings TWO_VIEWS =
            new TestPageLoadSettings().repeatView(true).within(PageLoadSettings.DEFAULT_TIMEOUT);

    private final SampleDeadline deadline = new SampleDeadline();
    private final BrowserWorker slot;

    SampleTaker(Path data, ProbeProxy proxy) {
        Path chromium = TestBrowser.chromium();
        slot = new BrowserWorker(
                new ChromiumOptions(chromium),
                new BrowserSettings(chromium.toString(), data.toString(), OptionalInt.of(1), true),
                proxy,
                new LoadPermits(1),
                deadline,
                new NoiseDetector(),
                Clock.systemUTC());
    }

    /** @throws IllegalStateException if the sample failed */
    SampleResult sample(String url) {
        return sample(probe(url));
    }

    /** The step does nothing. */
    void withStep(String url) {
        sample(probe(url, List.of(new Step.Pause(Duration.ofMillis(1)))));
    }

    private SampleResult sample(Probe probe) {
        SampleResult sample = slot.sample(probe, phase -> {}).result();
        if (!sample.isGood()) {
            throw new IllegalStateException(probe.target().url() + ": " + sample.outcome());
        }
        return sample;
    }

    void bothViews(String url) {
        SampleResult sample =
                slot.sample(probe(url, 1, DESKTOP, TWO_VIEWS), phase -> {}).result();
        if (sample.measurements().find(Metric.ofRepeatView(Metric.LCP)).isEmpty()) {
            throw new IllegalStateException(url + ": no repeat view, " + sample.absent());
        }
    }

    void film(String url) {
        if (slot.recordFilmstrip(probe(url)).speedIndex().isEmpty()) {
            throw new IllegalStateException(url + ": no filmstrip");
        }
    }

    static Probe probe(String url) {
        return probe(url, 1);
    }

    static Probe probe(String url, List<Step> steps) {
        return probe(new Target.PageTarget(WebUrl.parse(url), steps), 1, DESKTOP, PageLoadSettings.plain());
    }

    static Probe probe(String url, int samples) {
        return probe(url, samples, DESKTOP);
    }

    static Probe probe(String url, int samples, Profile profile) {
        return probe(url, samples, profile, PageLoadSettings.plain());
    }

    private static Probe probe(String url, int samples, Profile profile, PageLoadSettings visit) {
        return probe(new Target.PageTarget(WebUrl.parse(url), List.of()), samples, profile, visit);
    }

    static Probe probe(Target target) {
        return probe(target, 1, DESKTOP, PageLoadSettings.plain());
    }

    private static Probe probe(Target target, int samples, Profile profile, PageLoadSettings visit) {
        return new Probe(
                new ProbeId("p"),
                "p",
                target,
                new Cadence.Every(Duration.ofHours(1)),
                samples,
                profile,
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit);
    }

    @Override
    public void close() {
        slot.close();
        deadline.close();
    }
}
