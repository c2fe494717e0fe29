package dev.tidemark.storage.run;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.SampleResult;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The details of a sample as gzipped JSON: about 10 kB for a page with 300 requests.
 *
 * @param measurements and absent: JSON objects of {@link MetricJson}
 */
public record SampleDetails(String measurements, String absent, PageDetails page) {
    static final int MAX_REQUESTS = 2_000;
    static final int MAX_ENTRIES = 500;
    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withSerializers(new JsonNumbers()));

    static SampleDetails of(SampleResult sample) {
        return new SampleDetails(
                MetricJson.of(sample.measurements()), MetricJson.of(sample.absent()), limited(sample.page()));
    }

    static SampleDetails unzip(byte[] zipped) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return JSON.fromJson(in, SampleDetails.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the details of a sample cannot be decompressed", e);
        }
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            JSON.toJson(this, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Measurements toMeasurements() {
        return MetricJson.measurements(measurements);
    }

    List<AbsentMetric> toAbsences() {
        return MetricJson.absences(absent);
    }

    /** Limits the stored details, as a page can send any number of requests and console messages. */
    private static PageDetails limited(PageDetails page) {
        return new PageDetails(
                page.title(),
                page.finalUrl(),
                page.lcp(),
                first(MAX_ENTRIES, page.shifts()),
                page.worstInteraction(),
                first(MAX_ENTRIES, page.longTasks()),
                first(MAX_REQUESTS, page.requests()),
                first(MAX_ENTRIES, page.console()),
                page.steps(),
                page.startUrl(),
                page.displayedUrl(),
                first(MAX_ENTRIES, page.redirects()));
    }

    private static <T> List<T> first(int limit, List<T> all) {
        return all.subList(0, Math.min(limit, all.size()));
    }
}
