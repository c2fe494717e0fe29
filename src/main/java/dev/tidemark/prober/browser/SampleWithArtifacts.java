package dev.tidemark.prober.browser;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A sample, and the way to its HAR file: a run keeps that of one sample, and of a page with many requests it takes as long
 * to write as all else that is done in this JVM.
 *
 * @param evidence may be asked for at any time, from any thread; none when nothing was asked for on the wire
 */
record SampleWithArtifacts(SampleResult result, Supplier<List<Artifact>> evidence) {

    /** Of what yielded no evidence. */
    static SampleWithArtifacts bare(SampleResult result) {
        return new SampleWithArtifacts(result, List::of);
    }

    boolean isNoisy() {
        return result.warnings().contains(SampleWarning.NOISY);
    }

    SampleWithArtifacts with(UnaryOperator<SampleResult> change) {
        return new SampleWithArtifacts(change.apply(result), evidence);
    }
}
