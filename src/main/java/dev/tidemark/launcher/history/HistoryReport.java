package dev.tidemark.launcher.history;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of a check.
 *
 * @param kills number of nodes that ended without a shutdown
 * @param restarts number of nodes that started, except the first of each location
 * @param slots number of planned slots that were checked
 */
public record HistoryReport(
        Instant from, Instant to, int kills, int restarts, int slots, int notifications, List<Violation> violations) {

    private static final int MAX_LISTED = 50;

    public HistoryReport {
        violations = List.copyOf(violations);
    }

    /** One line of figures, and a line per violation; at most 50 of these. */
    public String text() {
        String figures = "%s to %s: %d nodes failed, %d restarts, %d slots, %d notifications, %d violations"
                .formatted(from, to, kills, restarts, slots, notifications, violations.size());
        Stream<String> listed = violations.stream().limit(MAX_LISTED).map(Violation::toString);
        int more = violations.size() - MAX_LISTED;
        return Stream.of(Stream.of(figures), listed, more > 0 ? Stream.of(more + " more") : Stream.<String>of())
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
