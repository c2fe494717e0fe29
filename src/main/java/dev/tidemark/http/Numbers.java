package dev.tidemark.http;

import dev.tidemark.gateway.ConnectionFact;
import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an answer measures. */
final class Numbers {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Measurement> found = new ArrayList<>();
    private final List<Absence> absent = new ArrayList<>();

    static Numbers of(Answer answer, Optional<ConnectionFact> connection, long bytes, Instant now) {
        Numbers numbers = new Numbers();
        connection.filter(fact -> fact.failure().isEmpty()).ifPresent(fact -> {
            numbers.time("DNS", fact.dns());
            numbers.time("CONNECT", fact.connect());
        });
        numbers.time("TLS", answer.tls());
        numbers.time("TTFB", answer.firstByte());
        answer.status().ifPresent(status -> numbers.add("STATUS", status));
        answer.certificate()
                .ifPresent(one -> numbers.add("CERTIFICATE_DAYS", Math.max(0, Certificates.daysLeft(one, now))));
        if (answer.trouble().isEmpty()) {
            numbers.time("DURATION", Optional.of(answer.total()));
            numbers.add("BYTES", bytes);
            numbers.add("BYTES_BODY", answer.body().length);
        }
        return numbers;
    }

    /** The number that the probe watches. */
    Numbers watch(Metric metric, String expression, Body body) {
        Reach reach = Reach.of(expression);
        String where = reach.where();
        OptionalDouble value = reach.from(body);
        Optional<Measurement> measured =
                value.isPresent() ? Measurement.ifBelievable(metric, value.getAsDouble()) : Optional.empty();
        measured.ifPresentOrElse(
                found::add,
                () -> absent.add(new Absence(
                        metric,
                        value.isPresent()
                                ? where + " is " + value.getAsDouble() + ", which cannot be kept"
                                : where + " has no number in the answer")));
        return this;
    }

    Measurements measurements() {
        return Measurements.of(found);
    }

    List<Absence> absent() {
        return absent;
    }

    private void time(String code, Optional<Duration> span) {
        span.ifPresent(one -> add(code, one.toNanos() / NANOS_PER_MILLI));
    }

    private void add(String code, double value) {
        Measurement.ifBelievable(Metric.of(code), value).ifPresent(found::add);
    }
}
