package dev.tidemark.history;

import dev.tidemark.observation.ProbeId;
import dev.tidemark.platform.ProblemException;
import dev.tidemark.probe.KnownProbes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The probe in a request's path: one that is defined, or one that is gone and has left runs. */
@ApplicationScoped
public class WatchedProbe {
    private final KnownProbes defined;
    private final RunHistory history;

    protected WatchedProbe() {
        this(null, null);
    }

    @Inject
    public WatchedProbe(KnownProbes defined, RunHistory history) {
        this.defined = defined;
        this.history = history;
    }

    /** Ends the request with 404 when there is none. */
    public ProbeId of(String slug) {
        if (!ProbeId.isValid(slug) || !isKnown(new ProbeId(slug))) {
            throw new ProblemException(
                    404, "There is no probe \"" + slug + "\"; GET /api/v1/probes lists those there are");
        }
        return new ProbeId(slug);
    }

    private boolean isKnown(ProbeId id) {
        return defined.knows(id) || history.hasRunsOf(id);
    }
}
