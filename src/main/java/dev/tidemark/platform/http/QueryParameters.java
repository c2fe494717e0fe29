package dev.tidemark.platform.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a request's parameters and collects their faults, so that the caller is told of all at once. */
public final class QueryParameters {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;

    private final MultivaluedMap<String, String> given;
    private final List<Problem.Error> faults = new ArrayList<>();

    public QueryParameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** An absent or empty one is empty; the message of an IllegalArgumentException is what the caller is told. */
    public <T> Optional<T> read(String name, Function<String, T> reader) {
        String text = given.getFirst(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException e) {
            fault(name, e.getMessage());
            return Optional.empty();
        }
    }

    /** An ISO-8601 instant ({@code 2026-03-10T12:00:00Z}, also with an offset), or a day, which begins at midnight UTC. */
    public Optional<Instant> instant(String name) {
        return read(name, QueryParameters::parseInstant);
    }

    /** An ISO-8601 span such as {@code PT5M} or {@code P7D}, longer than nothing and at most ten years. */
    public Optional<Duration> duration(String name) {
        return read(name, QueryParameters::parseSpan);
    }

    /** How many items a list shall have: {@code limit}, 1 to 500, usually 50. */
    public int limit() {
        return limit(USUAL_PAGE);
    }

    /** The same for a list that is usually of another length. */
    public int limit(int usual) {
        return read("limit", QueryParameters::page).orElse(usual);
    }

    public void fault(String name, String detail) {
        faults.add(new Problem.Error("/" + name, detail));
    }

    /** Ends the request with 400 and all faults, if there are any. */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    new Problem(400, "Invalid parameters", "Each error names a parameter of the query", faults));
        }
    }

    /** A plus sign in a query that nobody encoded arrives as a space. */
    private static Instant parseInstant(String text) {
        Instant instant;
        try {
            instant = text.length() == "2026-03-10".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text.replace(' ', '+'));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no instant such as 2026-03-10T12:00:00Z", e);
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new IllegalArgumentException("\"" + text + "\" must be from the year 2000 to 2199");
        }
        return instant;
    }

    private static Duration parseSpan(String text) {
        Duration span;
        try {
            span = Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no span such as PT5M, PT1H or P7D", e);
        }
        if (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("\"" + text + "\" must be longer than nothing and at most ten years");
        }
        return span;
    }

    private static int page(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_PAGE) {
            throw new IllegalArgumentException("\"" + text + "\" must be 1 to " + LARGEST_PAGE);
        }
        return Integer.parseInt(text);
    }
}
