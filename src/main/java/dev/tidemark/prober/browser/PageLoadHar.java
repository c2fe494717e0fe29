package dev.tidemark.prober.browser;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.prober.artifact.HarFile;
import dev.tidemark.prober.artifact.HarPage;
import dev.tidemark.prober.artifact.ProbeSecrets;
import java.util.List;
import java.util.OptionalDouble;

/** Creates the HAR file of a page load. */
record PageLoadHar(PageMonitor monitor, Probe probe, Engine engine) {

    /** The HAR file of the sample; empty if there were no requests. */
    List<Artifact> of(SampleResult sample) {
        if (monitor.network().recorded().isEmpty()) {
            return List.of();
        }
        HarPage page = new HarPage(
                sample.page().title(),
                monitor.startOfFirstPage().instant(),
                monitor.startOfFirstPage().devToolsSeconds(),
                value(sample, Metric.of("DCL")),
                value(sample, Metric.LOAD));
        return List.of(HarFile.of(monitor.network(), page, engine, ProbeSecrets.of(probe)));
    }

    private static OptionalDouble value(SampleResult sample, Metric metric) {
        return sample.measurements().stream()
                .filter(one -> one.metric().equals(metric))
                .mapToDouble(Measurement::value)
                .findFirst();
    }
}
