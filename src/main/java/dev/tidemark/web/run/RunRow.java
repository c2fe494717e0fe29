package dev.tidemark.web.run;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.ArtifactKey;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.support.TimeText;
import java.time.Instant;
import java.util.Optional;

/** A run as a row of a table. */
public final class RunRow {

    private final Run run;
    private final String exact;
    private final String ago;
    private final String values;
    private final String frame;

    RunRow(Run run, String values, TimeText times, Optional<ArtifactKey> frame) {
        this.run = run;
        this.values = values;
        this.exact = times.exact(getAt());
        this.ago = times.ago(getAt());
        this.frame = frame.map(key -> "/api/v1/runs/" + run.id() + "/samples/" + key.sample() + "/filmstrip/" + key.n())
                .orElse("");
    }

    public Run run() {
        return run;
    }

    public RunId getId() {
        return run.id();
    }

    public Instant getAt() {
        return run.slot().plannedAt();
    }

    public String getExact() {
        return exact;
    }

    public String getAgo() {
        return ago;
    }

    public String getLocation() {
        return run.slot().location().name();
    }

    /** The outcome, or the state of an active run. */
    public LocalizedMessage getOutcome() {
        return run.outcome()
                .map(one -> one.kind().title())
                .orElseGet(() -> LocalizedMessage.of("run.state." + run.state().label()));
    }

    public String getDetail() {
        return run.outcome().map(Outcome::detail).orElse("");
    }

    public boolean isOk() {
        return run.outcome().filter(Outcome::isOk).isPresent();
    }

    /** Whether the run can be compared with the previous one. */
    public boolean isComparable() {
        return run.outcome().isPresent();
    }

    /** The values as table cells in HTML, in the order of the columns. */
    public String getValues() {
        return values;
    }

    /** The URL of the last frame; empty if there is none. */
    public String getScreenshot() {
        return frame;
    }
}
