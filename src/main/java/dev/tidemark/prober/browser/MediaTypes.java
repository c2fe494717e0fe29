package dev.tidemark.prober.browser;

import java.util.Set;

/** What a browser shows as a page of text or pictures; all else it plays, saves, or hands to a viewer. */
final class MediaTypes {

    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/json");

    private MediaTypes() {}

    /** @param type without parameters, lower case; a document of no known type is shown as what it looks like */
    static boolean isPage(String type) {
        return type.isEmpty()
                || PAGES.contains(type)
                || type.startsWith("text/")
                || type.startsWith("image/")
                || type.endsWith("+xml")
                || type.endsWith("+json");
    }

    static boolean isOfAViewer(String type) {
        return type.equals("application/pdf");
    }
}
