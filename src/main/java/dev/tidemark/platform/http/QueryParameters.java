package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.DurationParser;
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

/** Reads query parameters and collects all errors, so that one response reports every one of them. */
public final class QueryParameters {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration MAX_DURATION = Duration.ofDays(3_660);
    private static final int MAX_PAGE_SIZE = 500;
    private static final int DEFAULT_PAGE_SIZE = 50;

    private final MultivaluedMap<String, String> parameters;
    private final List<Problem.Error> errors = new ArrayList<>();

    public QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * The parsed value; empty when the parameter is absent, blank or invalid. An IllegalArgumentException of the parser becomes
     * an error of this parameter.
     */
    public <T> Optional<T> read(String name, Function<String, T> parser) {
        String text = parameters.getFirst(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.strip()));
        } catch (IllegalArgumentException rejected) {
            addError(name, InvalidValueException.messageOf(rejected));
            return Optional.empty();
        }
    }

    /** An ISO-8601 instant ({@code 2026-03-10T12:00:00Z}, also with an offset), or a date, which means midnight UTC. */
    public Optional<Instant> instant(String name) {
        return read(name, QueryParameters::parseInstant);
    }

    /** A duration such as {@code PT5M}, {@code P7D} or {@code 5m}, positive and at most ten years. */
    public Optional<Duration> duration(String name) {
        return read(name, QueryParameters::parseDuration);
    }

    /** The page size of a list: {@code limit}, 1 to 500, default 50. */
    public int limit() {
        return limit(DEFAULT_PAGE_SIZE);
    }

    /** The page size of a list: {@code limit}, 1 to 500. */
    public int limit(int defaultSize) {
        return read("limit", QueryParameters::parsePageSize).orElse(defaultSize);
    }

    public void addError(String name, LocalizedMessage detail) {
        errors.add(new Problem.Error("/" + name, detail));
    }

    /** Ends the request with status 400 and all errors, if there are any. */
    public void requireValid() {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    400,
                    LocalizedMessage.of("problem.title.invalidParameters"),
                    LocalizedMessage.of("problem.query.errors"),
                    errors));
        }
    }

    /** A plus sign that was not percent-encoded arrives as a space. */
    private static Instant parseInstant(String text) {
        Instant instant;
        try {
            instant = text.length() == "2026-03-10".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text.replace(' ', '+'));
        } catch (DateTimeException e) {
            throw new InvalidValueException(LocalizedMessage.of("validation.instant.invalid", text), e);
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new InvalidValueException("validation.instant.range", text);
        }
        return instant;
    }

    private static Duration parseDuration(String text) {
        Duration duration = DurationParser.parse(text);
        if (duration.isZero() || duration.compareTo(MAX_DURATION) > 0) {
            throw new InvalidValueException("validation.duration.rangeParameter", text);
        }
        return duration;
    }

    private static int parsePageSize(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_PAGE_SIZE) {
            throw new InvalidValueException("validation.limit.pageSize", text, MAX_PAGE_SIZE);
        }
        return Integer.parseInt(text);
    }
}
