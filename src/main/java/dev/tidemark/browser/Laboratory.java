package dev.tidemark.browser;

import dev.tidemark.gateway.Gateway;
import dev.tidemark.machine.Calm;
import dev.tidemark.machine.CpuBenchmark;
import dev.tidemark.machine.Deadline;
import dev.tidemark.machine.LoadTurns;
import dev.tidemark.machine.MachineSize;
import dev.tidemark.machine.Scratch;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.RunResult;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.probe.Probe;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The door to measuring: loads a probe's page as often as it says and yields what was seen. Never throws for what a page does. */
@ApplicationScoped
public class Laboratory {

    private final BrowserSettings settings;
    private final Gateway gateway;
    private final Clock clock;
    private Workers workers;
    private Deadline deadline;

    protected Laboratory() {
        this(null, null, null);
    }

    @Inject
    public Laboratory(BrowserSettings settings, Gateway gateway, Clock clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Blocks until every sample is taken or given up; waits for a browser slot when all are busy. */
    public RunResult run(Probe probe, Progress progress) {
        progress.at(1, probe.samples(), "waiting");
        return workers().run(slot -> measure(slot, probe, progress));
    }

    private RunResult measure(BrowserSlot slot, Probe probe, Progress progress) {
        double benchmark = CpuBenchmark.take();
        List<Sampled> samples = new ArrayList<>();
        for (int n = 1; n <= probe.samples(); n++) {
            int sample = n;
            samples.add(undisturbed(slot, probe, phase -> progress.at(sample, probe.samples(), phase)));
        }
        Engine engine = new Engine(slot.title().orElse("none"), Versions.playwright(), Versions.tidemark());
        RunResult run = RunResult.of(engine, probe.profile(), benchmark, results(samples))
                .withEvidenceOfOneSample(n -> samples.get(n).evidence().get());
        return run.outcome().isOk() ? film(slot, probe).into(run) : run;
    }

    /** What was taken while something else kept the machine busy is taken once more, and the second time counts. */
    private static Sampled undisturbed(BrowserSlot slot, Probe probe, Visit.PhaseListener phases) {
        Sampled first = slot.sample(probe, phases);
        return first.isNoisy() ? slot.sample(probe, phases) : first;
    }

    private static List<SampleResult> results(List<Sampled> samples) {
        return samples.stream().map(Sampled::result).toList();
    }

    private Filmed film(BrowserSlot slot, Probe probe) {
        return settings.film() ? slot.film(probe) : Filmed.none("filming is switched off (TIDEMARK_FILM)");
    }

    /** Browsers start with the first run and not with the product, which is ready sooner. */
    private synchronized Workers workers() {
        if (workers == null) {
            Scratch.sweep(settings.scratch());
            Chromium chromium = new Chromium(settings.chromium());
            LoadTurns turns =
                    new LoadTurns(MachineSize.loadsAtOnce(Runtime.getRuntime().availableProcessors()));
            Deadline fresh = new Deadline();
            Calm calm = new Calm();
            deadline = fresh;
            workers = new Workers(
                    settings.slots(), () -> new BrowserSlot(chromium, settings, gateway, turns, fresh, calm, clock));
        }
        return workers;
    }

    /** Ends every browser; nothing can be run afterwards. */
    @PreDestroy
    public synchronized void end() {
        if (workers != null) {
            workers.close();
            deadline.close();
        }
    }
}
