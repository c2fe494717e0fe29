package dev.tidemark.prober.browser;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A sample with deferred creation of its HAR file: a run keeps the file of one sample, and for a page with many
 * requests writing it takes as long as all other work in this JVM.
 *
 * @param evidence may be called at any time, from any thread; empty if there were no requests
 */
record SampleWithArtifacts(SampleResult result, Supplier<List<Artifact>> evidence) {

    /** A sample without artifacts. */
    static SampleWithArtifacts withoutArtifacts(SampleResult result) {
        return new SampleWithArtifacts(result, List::of);
    }

    boolean isNoisy() {
        return result.warnings().contains(SampleWarning.NOISY);
    }

    SampleWithArtifacts with(UnaryOperator<SampleResult> change) {
        return new SampleWithArtifacts(change.apply(result), evidence);
    }
}
