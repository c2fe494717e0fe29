package dev.tidemark.storage.run;

import dev.tidemark.model.result.RequestRecord;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A gzipped HAR file with the required fields only: http://www.softwareishard.com/blog/har-12-spec/ */
final class SyntheticHar {
    private SyntheticHar() {}

    static byte[] of(String site, List<RequestRecord> requests) {
        JsonArrayBuilder entries = Json.createArrayBuilder();
        requests.forEach(one -> entries.add(Json.createObjectBuilder()
                .add("startedDateTime", "2026-01-01T00:00:00.000Z")
                .add("time", one.endMillis() - one.startMillis())
                .add(
                        "request",
                        Json.createObjectBuilder().add("method", one.method()).add("url", one.url()))
                .add("response", Json.createObjectBuilder().add("status", one.status()))));
        String har = Json.createObjectBuilder()
                .add(
                        "log",
                        Json.createObjectBuilder()
                                .add("version", "1.2")
                                .add("comment", "sample data for " + site)
                                .add("entries", entries))
                .build()
                .toString();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(har.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
