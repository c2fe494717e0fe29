package dev.tidemark.storage.run;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.UnknownMetricException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Converts measurements and absent metrics to the JSON objects of a run: {@code {"LCP":1834.2}}, {@code {"INP":"no
 * interaction"}}.
 */
final class MetricJson {
    /** {@code jakarta.json.Json} would look up the provider at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private MetricJson() {}

    static String of(Measurements measurements) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        measurements.forEach(one -> object.add(one.metric().code(), one.value()));
        return object.build().toString();
    }

    static String of(List<AbsentMetric> absences) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        absences.forEach(one -> object.add(one.metric().code(), one.reason()));
        return object.build().toString();
    }

    static Measurements measurements(String json) {
        return Measurements.of(
                entries(json, (metric, value) -> Measurement.ifPlausible(metric, ((JsonNumber) value).doubleValue()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    static List<AbsentMetric> absences(String json) {
        return entries(json, (metric, value) -> new AbsentMetric(metric, ((JsonString) value).getString()))
                .toList();
    }

    /** Skips metrics of earlier versions that this version does not know. */
    private static <T> Stream<T> entries(String json, BiFunction<Metric, Object, T> reader) {
        JsonObject object = JSON.createReader(new StringReader(json)).readObject();
        return object.entrySet().stream()
                .flatMap(entry -> known(entry).map(metric -> reader.apply(metric, entry.getValue())).stream());
    }

    private static Optional<Metric> known(Map.Entry<String, ?> entry) {
        try {
            return Optional.of(Metric.of(entry.getKey()));
        } catch (UnknownMetricException gone) {
            return Optional.empty();
        }
    }
}
