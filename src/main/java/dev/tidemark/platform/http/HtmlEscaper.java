package dev.tidemark.platform.http;

/** Text in HTML that is written and not rendered: letters, cells of large tables, the page to log in. */
public final class HtmlEscaper {

    private HtmlEscaper() {}

    /** A text as HTML, also within an attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
