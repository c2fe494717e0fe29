package dev.tidemark.browser;

import dev.tidemark.evidence.HarFile;
import dev.tidemark.evidence.HarPage;
import dev.tidemark.evidence.Secrets;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.Evidence;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.probe.Probe;
import java.util.List;
import java.util.OptionalDouble;

/** The HAR file of a visit. */
record VisitHar(PageWatch watch, Probe probe, Engine engine) {

    /** Of the sample that the visit came to; none when nothing was asked for. */
    List<Evidence> of(SampleResult sample) {
        if (watch.network().kept().isEmpty()) {
            return List.of();
        }
        HarPage page = new HarPage(
                sample.page().title(),
                watch.start().instant(),
                watch.start().devToolsSeconds(),
                value(sample, Metric.of("DCL")),
                value(sample, Metric.LOAD));
        return List.of(HarFile.of(watch.network(), page, engine, Secrets.of(probe)));
    }

    private static OptionalDouble value(SampleResult sample, Metric metric) {
        return sample.measurements().stream()
                .filter(one -> one.metric().equals(metric))
                .mapToDouble(Measurement::value)
                .findFirst();
    }
}
