package dev.tidemark.analysis.changepoint;

import java.time.Instant;
import java.util.UUID;

/** A change in the API; unknown values are omitted. */
public record ChangePointDocument(
        String id,
        String location,
        String metric,
        String direction,
        Instant beganAt,
        Instant confirmedAt,
        String run,
        double before,
        double now,
        double low,
        double high,
        String toldWith) {

    static ChangePointDocument of(ChangePoint change) {
        return new ChangePointDocument(
                change.id().toString(),
                change.location().name(),
                change.metric().code(),
                change.isWorse() ? "worse" : "better",
                change.beganAt(),
                change.confirmedAt(),
                change.confirmedBy().toString(),
                change.before(),
                change.now(),
                change.low(),
                change.high(),
                change.reportedWith().map(UUID::toString).orElse(null));
    }
}
