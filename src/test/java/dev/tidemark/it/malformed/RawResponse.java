package dev.tidemark.it.malformed;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** @param headers by name in lower case */
record RawResponse(int status, Map<String, String> headers, byte[] body) {
    String mediaType() {
        return headers.getOrDefault("content-type", "").replaceFirst(";.*", "").strip();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
