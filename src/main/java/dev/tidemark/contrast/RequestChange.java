package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Unit;
import dev.tidemark.wording.Said;
import java.util.Optional;

/** What became of one request. One side is empty for what is new or gone. */
public record RequestChange(Kind kind, Optional<Aligned> before, Optional<Aligned> after) {

    /** In the order in which they are told. */
    public enum Kind {
        NEWLY_BLOCKING("request_change.newly_blocking"),
        NEW("request_change.new"),
        GONE("request_change.gone"),
        GROWN("request_change.grown"),
        SLOWER("request_change.slower"),
        UNBLOCKED("request_change.no_longer_blocking"),
        SHRUNK("request_change.shrunk"),
        FASTER("request_change.faster");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public Said label() {
            return Said.of(key);
        }
    }

    public Aligned request() {
        return after.or(() -> before).orElseThrow();
    }

    public double addedBytes() {
        return after.map(Aligned::bytes).orElse(0.0)
                - before.map(Aligned::bytes).orElse(0.0);
    }

    public double addedMillis() {
        return after.map(Aligned::tookMillis).orElse(0.0)
                - before.map(Aligned::tookMillis).orElse(0.0);
    }

    /** "12 KB → 410 KB"; one figure for what is on one side only. */
    public String bytesText() {
        return pair(Unit.BYTES, before.map(Aligned::bytes), after.map(Aligned::bytes));
    }

    /** "80 ms → 95 ms". */
    public String timeText() {
        return pair(Unit.MILLISECONDS, before.map(Aligned::tookMillis), after.map(Aligned::tookMillis));
    }

    /** What it loads, without the site: the end of the path. */
    public String shortName() {
        return Names.ofFile(request().url());
    }

    private static String pair(Unit unit, Optional<Double> first, Optional<Double> second) {
        return first.isPresent() && second.isPresent()
                ? ValueText.of(unit, first.get()) + " → " + ValueText.of(unit, second.get())
                : ValueText.of(unit, first.or(() -> second).orElse(0.0));
    }
}
