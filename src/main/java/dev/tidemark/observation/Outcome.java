package dev.tidemark.observation;

import java.util.Objects;

/** How a sample or a run ended: its class and a sentence of detail (empty for OK), already cleaned and cut. */
public record Outcome(OutcomeKind kind, String detail) {

    private static final int LONGEST_DETAIL = 1_000;

    public Outcome {
        Objects.requireNonNull(kind, "kind");
        detail = HostileText.clean(detail, LONGEST_DETAIL);
    }

    public static Outcome ok() {
        return new Outcome(OutcomeKind.OK, "");
    }

    public boolean isOk() {
        return kind == OutcomeKind.OK;
    }

    public Fault fault() {
        return kind.fault();
    }
}
