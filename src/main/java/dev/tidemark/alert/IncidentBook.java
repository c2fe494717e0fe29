package dev.tidemark.alert;

import dev.tidemark.budget.Verdict;
import dev.tidemark.history.Run;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The door to incidents. */
@ApplicationScoped
public class IncidentBook {

    /** Opens, worsens or resolves what this run and its verdicts say, and stores the alerts of it, in one transaction. */
    public void note(Probe probe, Run run, List<Verdict> verdicts) {
        throw new UnsupportedOperationException();
    }
}
