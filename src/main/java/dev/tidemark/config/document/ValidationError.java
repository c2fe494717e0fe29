package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** An error in a document: its position, what is wrong and how to fix it. */
public record ValidationError(SourceLocation place, LocalizedMessage detail) {

    private static final String NAME = "validation.";
    private static final String WRONG_TYPE = "validation.json.notAnObject";

    /** The message with its position, such as {@code probes/shop.yaml:14: Unknown key "sampels". Did you mean "samples"?} */
    public LocalizedMessage text() {
        return LocalizedMessage.of("validation.fault", place, detail);
    }

    /** Whether the document is not valid JSON or YAML at all. */
    public boolean isSyntax() {
        return (detail.key().startsWith("validation.json.") || detail.key().startsWith("validation.yaml."))
                && !detail.key().equals(WRONG_TYPE);
    }

    /** The subject of the message: the second part of its key, often a key of the document. */
    public String subject() {
        return detail.key().startsWith(NAME) ? detail.key().split("\\.")[1] : "";
    }

    @Override
    public String toString() {
        return text().toString();
    }
}
