package dev.tidemark.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A URL with parameters; empty parameters are left out. */
public record PageLink(String url) {

    public static PageLink of(String path) {
        return new PageLink(path);
    }

    public PageLink with(String name, String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        String pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new PageLink(url + (url.indexOf('?') < 0 ? "?" : "&") + pair);
    }
}
