package dev.tidemark.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A link to a page with its choices; empty ones are left out, so that addresses stay short. */
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
