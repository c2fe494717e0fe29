package dev.tidemark.storage.run;

import dev.tidemark.model.probe.ProbeLookup;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The probe in a request's path: one that is defined, or one that is gone and has left runs. */
@ApplicationScoped
public class ProbeWithHistory {
    private final ProbeLookup defined;
    private final RunHistory history;

    @Inject
    public ProbeWithHistory(ProbeLookup defined, RunHistory history) {
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
