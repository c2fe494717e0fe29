package dev.tidemark.model.result;

import java.util.Objects;

/** How a sample or a run ended: its class and a sentence of detail (empty for OK), already cleaned and cut. */
public record Outcome(OutcomeType kind, String detail) {

    private static final int LONGEST_DETAIL = 1_000;

    public Outcome {
        Objects.requireNonNull(kind, "kind");
        detail = UntrustedText.clean(detail, LONGEST_DETAIL);
    }

    public static Outcome ok() {
        return new Outcome(OutcomeType.OK, "");
    }

    public boolean isOk() {
        return kind == OutcomeType.OK;
    }

    public FaultOrigin fault() {
        return kind.fault();
    }
}
