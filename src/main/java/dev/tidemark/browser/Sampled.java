package dev.tidemark.browser;

import dev.tidemark.observation.Evidence;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Warning;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A sample, and the way to its HAR file: a run keeps that of one sample, and of a page with many requests it takes as long
 * to write as all else that is done in this JVM.
 *
 * @param evidence may be asked for at any time, from any thread; none when nothing was asked for on the wire
 */
record Sampled(SampleResult result, Supplier<List<Evidence>> evidence) {

    /** Of what yielded no evidence. */
    static Sampled bare(SampleResult result) {
        return new Sampled(result, List::of);
    }

    boolean isNoisy() {
        return result.warnings().contains(Warning.NOISY);
    }

    Sampled with(UnaryOperator<SampleResult> change) {
        return new Sampled(change.apply(result), evidence);
    }
}
