package dev.tidemark.prober.browser;

/** Receives the progress of a run, on the thread that measures. */
@FunctionalInterface
public interface RunProgress {

    /** @param phase waiting, loading, observing, interacting, recording */
    void at(int sample, int ofSamples, String phase);
}
