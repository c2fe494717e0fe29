package dev.tidemark.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;

/** Writes and reads manifests. Later versions of the same format may add members, which are ignored. */
final class ManifestJson {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        try {
            return MAPPER.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The version of the layout, which is read before anything else. */
    static Header header(byte[] json) throws JsonProcessingException {
        return read(json, Header.class);
    }

    static Manifest read(byte[] json) throws JsonProcessingException {
        return read(json, Manifest.class);
    }

    private static <T> T read(byte[] json, Class<T> type) throws JsonProcessingException {
        T value = MAPPER.readValue(new String(json, StandardCharsets.UTF_8), type);
        if (value == null) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "empty");
        }
        return value;
    }

    record Header(String kind, int format, String product) {}
}
