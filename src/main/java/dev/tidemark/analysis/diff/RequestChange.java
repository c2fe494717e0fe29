package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/** The change of a request. One side is empty for a new or removed request. */
public record RequestChange(RequestChangeType kind, Optional<AlignedRequest> before, Optional<AlignedRequest> after) {

    /** In order of relevance. */
    public enum RequestChangeType {
        NEWLY_BLOCKING("compare.requests.newlyBlocking"),
        NEW("compare.requests.new"),
        GONE("compare.requests.removed"),
        GROWN("compare.requests.larger"),
        SLOWER("compare.requests.slower"),
        UNBLOCKED("compare.requests.noLongerBlocking"),
        SHRUNK("compare.requests.smaller"),
        FASTER("compare.requests.faster");

        private final String key;

        RequestChangeType(String key) {
            this.key = key;
        }

        public LocalizedMessage label() {
            return LocalizedMessage.of(key);
        }
    }

    public AlignedRequest request() {
        return after.or(() -> before).orElseThrow();
    }

    public double addedBytes() {
        return after.map(AlignedRequest::bytes).orElse(0.0)
                - before.map(AlignedRequest::bytes).orElse(0.0);
    }

    public double addedMillis() {
        return after.map(AlignedRequest::durationMillis).orElse(0.0)
                - before.map(AlignedRequest::durationMillis).orElse(0.0);
    }

    /** "12.0 kB → 410 kB"; one value for a request that only one side has. */
    public String bytesText() {
        return pair(Unit.BYTES, before.map(AlignedRequest::bytes), after.map(AlignedRequest::bytes));
    }

    /** "80 ms → 95 ms". */
    public String timeText() {
        return pair(
                Unit.MILLISECONDS,
                before.map(AlignedRequest::durationMillis),
                after.map(AlignedRequest::durationMillis));
    }

    /** The last segment of the path. */
    public String shortName() {
        return UrlNames.ofFile(request().url());
    }

    private static String pair(Unit unit, Optional<Double> first, Optional<Double> second) {
        return first.isPresent() && second.isPresent()
                ? MetricFormat.of(unit, first.get()) + " → " + MetricFormat.of(unit, second.get())
                : MetricFormat.of(unit, first.or(() -> second).orElse(0.0));
    }
}
