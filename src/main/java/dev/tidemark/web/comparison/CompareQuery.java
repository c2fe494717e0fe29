package dev.tidemark.web.comparison;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The parameters of a comparison. Invalid values count as absent. */
record CompareQuery(HttpServletRequest request, ZoneId zone) {

    private static final Duration LONGEST = Duration.ofDays(400);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    String text(String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    List<String> texts(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(request.getParameterValues(name)))
                .flatMap(Stream::of)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    Optional<ProbeId> probe() {
        return attempt(() -> new ProbeId(text("probe")));
    }

    Optional<LocationName> location() {
        return attempt(() -> new LocationName(text("location")));
    }

    Optional<Metric> metric(String name) {
        return text(name).isEmpty() ? Optional.empty() : attempt(() -> Metric.parse(text(name)));
    }

    /** An instant, or a date with or without time in the viewer's time zone. */
    Optional<Instant> instant(String name) {
        return parseInstant(text(name));
    }

    private Optional<Instant> parseInstant(String text) {
        Stream<Function<String, Instant>> readers = Stream.of(
                Instant::parse,
                one -> OffsetDateTime.parse(one).toInstant(),
                one -> LocalDateTime.parse(one).atZone(zone).toInstant(),
                one -> LocalDate.parse(one).atStartOfDay(zone).toInstant());
        // An unencoded plus sign arrives as a space.
        String encoded = text.replace(' ', '+');
        return readers.flatMap(reader -> attempt(() -> reader.apply(encoded)).stream())
                .filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST))
                .findFirst();
    }

    /** A period: {@code a=2026-11-01/2026-11-08}, or {@code aFrom} and {@code aTo}; reversed ends are swapped. */
    Optional<Interval> period(String name) {
        String both = text(name + "From").isEmpty() ? text(name) : text(name + "From") + "/" + text(name + "To");
        String[] ends = both.split("/", 2);
        if (ends.length < 2) {
            return Optional.empty();
        }
        Optional<Instant> from = parseInstant(ends[0].strip());
        Optional<Instant> to = parseInstant(ends[1].strip());
        return from.isEmpty() || to.isEmpty() ? Optional.empty() : interval(from.get(), to.get());
    }

    private static <T> Optional<T> attempt(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Swaps reversed ends and cuts to 400 days; empty if both ends are the same. */
    private static Optional<Interval> interval(Instant one, Instant other) {
        Instant from = one.isBefore(other) ? one : other;
        Instant to = one.isBefore(other) ? other : one;
        if (from.equals(to)) {
            return Optional.empty();
        }
        Interval query = new Interval(from, to);
        return Optional.of(query.length().compareTo(LONGEST) > 0 ? Interval.before(to, LONGEST) : query);
    }
}
