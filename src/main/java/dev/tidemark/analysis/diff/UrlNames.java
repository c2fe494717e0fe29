package dev.tidemark.analysis.diff;

import dev.tidemark.model.result.RegistrableDomain;
import java.util.Locale;

/** Short names of URLs for texts. */
final class UrlNames {

    private static final int MAX_LENGTH = 60;

    private UrlNames() {}

    /** {@code cdn.shop.example} of {@code https://cdn.shop.example:8443/a?b}; empty without one. */
    static String ofHost(String url) {
        return RegistrableDomain.hostOf(url).orElse("").toLowerCase(Locale.ROOT);
    }

    /** {@code hero.jpg} of {@code https://shop.example/img/hero.jpg?w=9}; the URL itself without a path; {@code data:} for an inline resource. */
    static String ofFile(String url) {
        if (url.startsWith("data:")) {
            return "data:";
        }
        String path = url.split("[?#]", 2)[0].replaceFirst("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = last.isEmpty() ? url : last;
        return name.length() > MAX_LENGTH ? "…" + name.substring(name.length() - MAX_LENGTH) : name;
    }
}
