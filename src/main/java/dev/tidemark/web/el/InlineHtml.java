package dev.tidemark.web.el;

import dev.tidemark.platform.http.HtmlEscaper;

/** An HTML element inside a message: a link, bold text, code. Its text is escaped. */
public record InlineHtml(String html) {

    static InlineHtml element(String name, String attributes, Object text) {
        return new InlineHtml(
                "<" + name + attributes + ">" + HtmlEscaper.escape(String.valueOf(text)) + "</" + name + ">");
    }

    static String attribute(String name, Object value) {
        return " " + name + "=\"" + HtmlEscaper.escape(String.valueOf(value)) + "\"";
    }

    /** Links to other sites send no referrer. */
    static InlineHtml link(String address, String css, Object text) {
        String rel = address.startsWith("/") || address.startsWith("#") ? "" : attribute("rel", "noreferrer");
        return element("a", attribute("href", address) + (css.isEmpty() ? "" : attribute("class", css)) + rel, text);
    }
}
