package dev.tidemark.model.result;

import java.util.Objects;

/** How a sample or run ended: its type, and a sentence of detail (empty for OK), which is sanitized and shortened. */
public record Outcome(OutcomeType kind, String detail) {

    private static final int MAX_DETAIL_LENGTH = 1_000;

    public Outcome {
        Objects.requireNonNull(kind, "kind");
        detail = UntrustedText.clean(detail, MAX_DETAIL_LENGTH);
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
