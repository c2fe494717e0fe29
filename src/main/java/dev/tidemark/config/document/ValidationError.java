package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** An error in a document: where it is, what is wrong and how to fix it. */
public record ValidationError(SourceLocation place, LocalizedMessage detail) {

    private static final String NAME = "validation.";

    /** The message with its place, such as {@code probes/shop.yaml:14: Unknown key "sampels". Did you mean "samples"?} */
    public LocalizedMessage text() {
        return LocalizedMessage.of("validation.fault", place, detail);
    }

    /** Whether the document is no JSON object or YAML at all, rather than one with invalid values. */
    public boolean isSyntax() {
        return detail.key().startsWith("validation.json.") || detail.key().startsWith("validation.yaml.");
    }

    /** What the message is about: the second part of its key, often the name of a key of the document. */
    public String subject() {
        return detail.key().startsWith(NAME) ? detail.key().split("\\.")[1] : "";
    }

    @Override
    public String toString() {
        return text().toString();
    }
}
