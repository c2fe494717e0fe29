package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Unit;
import dev.tidemark.observation.RequestFact;
import java.util.Optional;

/** What became of one request. One side is empty for what is new or gone. */
public record RequestChange(Kind kind, Optional<RequestFact> before, Optional<RequestFact> after) {

    /** In the order in which they are told. */
    public enum Kind {
        NEWLY_BLOCKING("newly blocking"),
        NEW("new"),
        GONE("gone"),
        GROWN("grown"),
        SLOWER("slower");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public RequestFact request() {
        return after.or(() -> before).orElseThrow();
    }

    public long addedBytes() {
        return bytes(after) - bytes(before);
    }

    public double addedMillis() {
        return millis(after) - millis(before);
    }

    /** "12 KB → 410 KB, 80 ms → 95 ms"; one figure for what is on one side only. */
    public String figures() {
        String size = pair(Unit.BYTES, before.map(one -> (double) one.transferBytes()), after.map(one ->
                (double) one.transferBytes()));
        return size + ", " + pair(Unit.MILLISECONDS, before.map(RequestChange::took), after.map(RequestChange::took));
    }

    static double took(RequestFact one) {
        return one.endMillis() < 0 ? 0 : Math.max(0, one.endMillis() - one.startMillis());
    }

    private static String pair(Unit unit, Optional<Double> first, Optional<Double> second) {
        return first.isPresent() && second.isPresent()
                ? ValueText.of(unit, first.get()) + " → " + ValueText.of(unit, second.get())
                : ValueText.of(unit, first.or(() -> second).orElse(0.0));
    }

    private static long bytes(Optional<RequestFact> one) {
        return one.map(RequestFact::transferBytes).orElse(0L);
    }

    private static double millis(Optional<RequestFact> one) {
        return one.map(RequestChange::took).orElse(0.0);
    }
}
