package dev.tidemark.prober.browser;

import java.util.Set;

/**
 * Media types that a browser displays as a page of text or images; others are played, saved, or opened in a viewer.
 */
final class MediaTypes {

    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/json");

    private MediaTypes() {}

    /** @param type without parameters, in lower case; the browser sniffs a document of unknown type */
    static boolean isPage(String type) {
        return type.isEmpty()
                || PAGES.contains(type)
                || type.startsWith("text/")
                || type.startsWith("image/")
                || type.endsWith("+xml")
                || type.endsWith("+json");
    }

    static boolean hasViewer(String type) {
        return type.equals("application/pdf");
    }
}
