package dev.tidemark.platform.http;

/** Escapes text for HTML that is not rendered by Faces: e-mails, cells of large tables, the sign-in page. */
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
