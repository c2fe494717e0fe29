package dev.tidemark.web.run;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.ArtifactKey;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.support.TimeText;
import java.time.Instant;
import java.util.Optional;

/** A run as a row of a table, as views read it. */
public final class RunRow {

    private final Run run;
    private final String exact;
    private final String ago;
    private final String values;
    private final String picture;

    RunRow(Run run, String values, TimeText times, Optional<ArtifactKey> picture) {
        this.run = run;
        this.values = values;
        this.exact = times.exact(getAt());
        this.ago = times.ago(getAt());
        this.picture = picture.map(
                        key -> "/api/v1/runs/" + run.id() + "/samples/" + key.sample() + "/filmstrip/" + key.n())
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

    public String getPlace() {
        return run.slot().location().name();
    }

    /** How it ended, or how far it is. */
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

    /** Whether there is something to hold against the run before it. */
    public boolean isCompared() {
        return run.outcome().isPresent();
    }

    /** Its values as cells of HTML, in the order of the table's heads. */
    public String getValues() {
        return values;
    }

    /** The address of how the page looked in the end; empty when none is kept. */
    public String getPicture() {
        return picture;
    }
}
