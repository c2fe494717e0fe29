package dev.tidemark.prober.http;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.proxy.ConnectionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Metrics of a response. */
final class HttpMeasurements {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Measurement> found = new ArrayList<>();
    private final List<AbsentMetric> absent = new ArrayList<>();

    static HttpMeasurements of(HttpResult answer, Optional<ConnectionRecord> connection, long bytes, Instant now) {
        HttpMeasurements numbers = new HttpMeasurements();
        connection.filter(fact -> fact.failure().isEmpty()).ifPresent(fact -> {
            numbers.time("DNS", fact.dns());
            numbers.time("CONNECT", fact.connect());
        });
        numbers.time("TLS", answer.tls());
        numbers.time("TTFB", answer.firstByte());
        answer.status().ifPresent(status -> numbers.add("STATUS", status));
        answer.certificate()
                .ifPresent(one -> numbers.add("CERTIFICATE_DAYS", Math.max(0, CertificateExpiry.daysLeft(one, now))));
        if (answer.trouble().isEmpty()) {
            numbers.time("DURATION", Optional.of(answer.total()));
            numbers.add("BYTES", bytes);
            numbers.add("BYTES_BODY", answer.body().length);
        }
        return numbers;
    }

    /** Adds a value that the probe extracts from the response. */
    HttpMeasurements watch(Metric metric, String expression, ResponseBody body) {
        ValueSelector reach = ValueSelector.of(expression);
        String where = reach.where();
        OptionalDouble value = reach.from(body);
        Optional<Measurement> measured =
                value.isPresent() ? Measurement.ifPlausible(metric, value.getAsDouble()) : Optional.empty();
        measured.ifPresentOrElse(
                found::add,
                () -> absent.add(new AbsentMetric(
                        metric,
                        (value.isPresent()
                                        ? LocalizedMessage.of("absence.http.outOfRange", where, value.getAsDouble())
                                        : LocalizedMessage.of("absence.http.notANumber", where))
                                .toString())));
        return this;
    }

    Measurements measurements() {
        return Measurements.of(found);
    }

    List<AbsentMetric> absent() {
        return absent;
    }

    private void time(String code, Optional<Duration> span) {
        span.ifPresent(one -> add(code, one.toNanos() / NANOS_PER_MILLI));
    }

    private void add(String code, double value) {
        Measurement.ifPlausible(Metric.of(code), value).ifPresent(found::add);
    }
}
