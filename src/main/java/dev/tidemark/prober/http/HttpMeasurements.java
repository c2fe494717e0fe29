package dev.tidemark.prober.http;

import dev.tidemark.model.expectation.ValueSelector;
import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.proxy.ConnectionRecord;
import dev.tidemark.prober.response.NumberLookup;
import dev.tidemark.prober.response.ResponseBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Metrics of a response. */
final class HttpMeasurements {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Measurement> found = new ArrayList<>();
    private final List<AbsentMetric> absent = new ArrayList<>();

    static HttpMeasurements of(
            HttpResult result, Optional<ConnectionRecord> connection, ResponseBody body, long bytes, Instant now) {
        HttpMeasurements measurements = new HttpMeasurements();
        connection.filter(record -> record.failure().isEmpty()).ifPresent(record -> {
            measurements.time("DNS", record.dns());
            measurements.time("CONNECT", record.connect());
        });
        measurements.time("TLS", result.tls());
        measurements.time("TTFB", result.firstByte());
        result.status().ifPresent(status -> measurements.add("STATUS", status));
        result.certificate()
                .ifPresent(
                        one -> measurements.add("CERTIFICATE_DAYS", Math.max(0, CertificateExpiry.daysLeft(one, now))));
        if (result.failure().isEmpty() && body.failure().isEmpty()) {
            measurements.time("DURATION", Optional.of(result.total()));
            measurements.add("BYTES", bytes);
            measurements.add("BYTES_BODY", body.size());
        }
        return measurements;
    }

    /** Adds a value that the probe extracts from the response. */
    HttpMeasurements extract(Metric metric, String expression, ResponseBody body) {
        ValueSelector selector = ValueSelector.parse(expression);
        NumberLookup lookup = body.number(selector);
        lookup.reason().ifPresent(reason -> absent.add(new AbsentMetric(metric, reason.toString())));
        lookup.value().ifPresent(number -> extracted(metric, selector, number));
        return this;
    }

    private void extracted(Metric metric, ValueSelector selector, double number) {
        double value = number * selector.factor();
        Measurement.ifPlausible(metric, value)
                .ifPresentOrElse(
                        found::add,
                        () -> absent.add(new AbsentMetric(
                                metric,
                                LocalizedMessage.of("absence.http.outOfRange", selector.where(), value)
                                        .toString())));
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
