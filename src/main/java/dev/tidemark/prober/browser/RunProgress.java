package dev.tidemark.prober.browser;

/** Is told how far a run is, on the thread that measures. */
@FunctionalInterface
public interface RunProgress {

    /** @param phase waiting, loading, observing, interacting, recording */
    void at(int sample, int ofSamples, String phase);
}
