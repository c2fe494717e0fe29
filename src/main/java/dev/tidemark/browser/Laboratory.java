package dev.tidemark.browser;

import dev.tidemark.observation.RunResult;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;

/** The door to measuring: loads a probe's page as often as it says and yields what was seen. Never throws for what a page does. */
@ApplicationScoped
public class Laboratory {

    /** Blocks until every sample is taken or given up; waits for a browser slot when all are busy. */
    public RunResult run(Probe probe, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
