package dev.tidemark.budget;

import dev.tidemark.history.Run;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The door to verdicts. */
@ApplicationScoped
public class Judge {

    /** A verdict for each of the probe's limits, in their order, after this run. */
    public List<Verdict> judge(Probe probe, Run latest) {
        throw new UnsupportedOperationException();
    }
}
