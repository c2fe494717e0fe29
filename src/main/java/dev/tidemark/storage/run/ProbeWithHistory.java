package dev.tidemark.storage.run;

import dev.tidemark.model.probe.ProbeLookup;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The probe in the path of a request: defined, or deleted with retained runs. */
@ApplicationScoped
public class ProbeWithHistory {
    private final ProbeLookup defined;
    private final RunHistory history;

    @Inject
    public ProbeWithHistory(ProbeLookup defined, RunHistory history) {
        this.defined = defined;
        this.history = history;
    }

    /** The ID; ends the request with status 404 if there is no such probe. */
    public ProbeId of(String slug) {
        if (!ProbeId.isValid(slug) || !exists(new ProbeId(slug))) {
            throw new ProblemException(404, LocalizedMessage.of("problem.probe.notFoundList", slug));
        }
        return new ProbeId(slug);
    }

    private boolean exists(ProbeId id) {
        return defined.exists(id) || history.hasRunsOf(id);
    }
}
