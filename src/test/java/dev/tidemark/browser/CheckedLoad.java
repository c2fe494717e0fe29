package dev.tidemark.browser;

import dev.tidemark.definition.Profiles;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.machine.Calm;
import dev.tidemark.machine.Deadline;
import dev.tidemark.machine.LoadTurns;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.probe.Cadence;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Step;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.TestVisit;
import dev.tidemark.probe.VisitSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** A sample as the product takes it, not repeated when the machine is busy; and the film of a run. */
final class CheckedLoad implements AutoCloseable {

    private static final Profile DESKTOP = Profiles.named("unthrottled");

    private static final VisitSettings TWO_VIEWS =
            new TestVisit().repeatView(true).within(VisitSettings.DEFAULT_TIMEOUT);

    private final Deadline deadline = new Deadline();
    private final BrowserSlot slot;

    CheckedLoad(Path data, Gateway gateway) {
        Path chromium = TestBrowser.chromium();
        slot = new BrowserSlot(
                new Chromium(chromium),
                new BrowserSettings(chromium.toString(), data.toString(), OptionalInt.of(1), true),
                gateway,
                new LoadTurns(1),
                deadline,
                new Calm(),
                Clock.systemUTC());
    }

    /** @throws IllegalStateException when it did not end well */
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
        if (slot.film(probe(url)).speedIndex().isEmpty()) {
            throw new IllegalStateException(url + ": no film");
        }
    }

    static Probe probe(String url) {
        return probe(url, 1);
    }

    static Probe probe(String url, List<Step> steps) {
        return probe(new Target.Page(URI.create(url), steps), 1, DESKTOP, VisitSettings.plain());
    }

    static Probe probe(String url, int samples) {
        return probe(url, samples, DESKTOP);
    }

    static Probe probe(String url, int samples, Profile profile) {
        return probe(url, samples, profile, VisitSettings.plain());
    }

    private static Probe probe(String url, int samples, Profile profile, VisitSettings visit) {
        return probe(new Target.Page(URI.create(url), List.of()), samples, profile, visit);
    }

    private static Probe probe(Target target, int samples, Profile profile, VisitSettings visit) {
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
