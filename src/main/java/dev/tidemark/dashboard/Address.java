package dev.tidemark.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A link to a page with its choices; empty ones are left out, so that addresses stay short. */
record Address(String text) {

    static Address of(String path) {
        return new Address(path);
    }

    Address with(String name, String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        String pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new Address(text + (text.indexOf('?') < 0 ? "?" : "&") + pair);
    }
}
