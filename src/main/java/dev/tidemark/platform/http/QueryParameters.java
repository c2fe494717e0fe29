package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.SimilarName;
import dev.tidemark.platform.runtime.DurationParser;
import dev.tidemark.platform.runtime.InstantParser;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads query parameters and collects all errors, so that one response reports every one of them: invalid values, repeated
 * parameters, and, after all known ones have been read, unknown parameters. An empty value means that the parameter is absent.
 */
public final class QueryParameters {
    static final int INVALID = 422;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration MAX_DURATION = Duration.ofDays(3_660);
    private static final int MAX_PAGE_SIZE = 500;
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}\\ud800-\\udfff]");

    private final MultivaluedMap<String, String> parameters;
    private final List<Problem.Error> errors = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    public QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * The parsed value; empty when the parameter is absent, blank, repeated or invalid. An IllegalArgumentException of the parser becomes
     * an error of this parameter.
     */
    public <T> Optional<T> read(String name, Function<String, T> parser) {
        List<String> texts = texts(name);
        if (texts.size() > 1) {
            addError(name, LocalizedMessage.of("validation.parameter.repeated", name, texts.size()));
            return Optional.empty();
        }
        return texts.stream().findFirst().flatMap(text -> parsed(name, text, parser));
    }

    /** The parsed values of a parameter that may be repeated. */
    public <T> List<T> all(String name, Function<String, T> parser) {
        return texts(name).stream()
                .flatMap(text -> parsed(name, text, parser).stream())
                .toList();
    }

    /** One of several values by its label, in upper or lower case. */
    public <T> Optional<T> choice(String name, List<T> values, Function<T, String> label) {
        return read(name, text -> values.stream()
                .filter(value -> label.apply(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "validation.parameter.unknownValue",
                        text,
                        hint(text, values.stream().map(label).toList(), "validation.hint.known"))));
    }

    /** {@code true} or {@code false}; default: false. */
    public boolean flag(String name) {
        return choice(name, List.of(true, false), String::valueOf).orElse(false);
    }

    /** Whether the parameter has a value, valid or not. */
    public boolean has(String name) {
        return !texts(name).isEmpty();
    }

    private List<String> texts(String name) {
        known.add(name);
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private <T> Optional<T> parsed(String name, String text, Function<String, T> parser) {
        try {
            if (UNSTORABLE.matcher(text).find()) {
                throw new InvalidValueException("validation.text.controlCharacter", name);
            }
            return Optional.of(parser.apply(text));
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
        return limit(defaultSize, MAX_PAGE_SIZE);
    }

    /** The size of a list with a maximum of its own: {@code limit}, 1 to {@code maxSize}. */
    public int limit(int defaultSize, int maxSize) {
        return read("limit", text -> parseSize(text, maxSize)).orElse(defaultSize);
    }

    /** Adds an error unless the interval from {@code from} to {@code to} has a length. */
    public void requireOrder(Optional<Instant> from, Optional<Instant> to) {
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            addError("from", LocalizedMessage.of("validation.from.notBeforeTo", from.get(), to.get()));
        }
    }

    public void addError(String name, LocalizedMessage detail) {
        errors.add(new Problem.Error("/" + name.replace("~", "~0").replace("/", "~1"), detail));
    }

    /** Ends the request with status 422 and all errors, if there are any. Must be called after all known parameters have been read. */
    public void requireValid() {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> addError(
                        name,
                        known.isEmpty()
                                ? LocalizedMessage.of("validation.parameter.none", name)
                                : LocalizedMessage.of(
                                        "validation.parameter.unknown",
                                        name,
                                        hint(name, known, "validation.hint.knownParameters"))));
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    INVALID,
                    LocalizedMessage.of("problem.title.invalidParameters"),
                    LocalizedMessage.of("problem.query.errors"),
                    errors));
        }
    }

    private static LocalizedMessage hint(String word, Collection<String> known, String listKey) {
        return SimilarName.similar(word, known)
                .map(near -> LocalizedMessage.of("validation.hint.nearest", near))
                .orElseGet(() -> LocalizedMessage.of(listKey, String.join(", ", known)));
    }

    /** A plus sign that was not percent-encoded arrives as a space. */
    private static Instant parseInstant(String text) {
        Instant instant;
        try {
            instant = text.length() == "2026-03-10".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : InstantParser.parse(text.replace(' ', '+'));
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

    private static int parseSize(String text, int maxSize) {
        int digits = String.valueOf(maxSize).length();
        if (!text.matches("[0-9]{1," + digits + "}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > maxSize) {
            throw new InvalidValueException("validation.limit.pageSize", text, maxSize);
        }
        return Integer.parseInt(text);
    }
}
