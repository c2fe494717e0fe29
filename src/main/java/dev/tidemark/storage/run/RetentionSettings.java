package dev.tidemark.storage.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of data retention. Daily summaries are retained indefinitely. */
@ApplicationScoped
public class RetentionSettings {
    private final Duration runs;
    private final Duration samples;
    private final Duration artifacts;

    /**
     * @param runs runs and measurements, {@code TIDEMARK_KEEP_RUNS}; whole months are dropped, so up to a month longer
     * @param samples samples with requests, layout shifts and long tasks, {@code TIDEMARK_KEEP_SAMPLES}; likewise
     * @param artifacts HAR files and pictures, {@code TIDEMARK_KEEP_ARTIFACTS}; whole days are dropped
     */
    @Inject
    public RetentionSettings(
            @ConfigProperty(name = "tidemark.keep.runs", defaultValue = "P400D") Duration runs,
            @ConfigProperty(name = "tidemark.keep.samples", defaultValue = "P90D") Duration samples,
            @ConfigProperty(name = "tidemark.keep.artifacts", defaultValue = "P14D") Duration artifacts) {
        this.runs = requireOneDay("TIDEMARK_KEEP_RUNS", runs);
        this.samples = requireOneDay("TIDEMARK_KEEP_SAMPLES", samples);
        this.artifacts = requireOneDay("TIDEMARK_KEEP_ARTIFACTS", artifacts);
    }

    Duration runs() {
        return runs;
    }

    Duration samples() {
        return samples;
    }

    Duration artifacts() {
        return artifacts;
    }

    private static Duration requireOneDay(String name, Duration value) {
        if (value.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(name + " " + value + " must be at least P1D");
        }
        return value;
    }
}
