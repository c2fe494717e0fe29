package dev.tidemark.storage.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a run that are gone because their retention period is over; its values are still there.
 *
 * @param samples the samples with their requests, layout shifts, long tasks and console messages
 * @param artifacts HAR file, filmstrip and screenshot
 */
public record ExpiredDetails(Optional<Expiry> samples, Optional<Expiry> artifacts) {

    public static final ExpiredDetails NONE = new ExpiredDetails(Optional.empty(), Optional.empty());

    /**
     * Why something is gone.
     *
     * @param setting the name of the setting
     * @param retained its present value
     * @param until the end of the retention period by that value; in the future if it was shorter before
     */
    public record Expiry(String setting, Duration retained, Instant until) {
        static Expiry of(String setting, Duration retained, Instant plannedAt) {
            return new Expiry(setting, retained, plannedAt.plus(retained));
        }
    }

    public boolean isEmpty() {
        return samples.isEmpty() && artifacts.isEmpty();
    }

    /** What is gone, as the API writes it: {@code samples}, {@code artifacts}. */
    public List<String> labels() {
        return Stream.of(samples.map(one -> "samples"), artifacts.map(one -> "artifacts"))
                .flatMap(Optional::stream)
                .toList();
    }
}
