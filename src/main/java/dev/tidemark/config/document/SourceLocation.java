package dev.tidemark.config.document;

/**
 * The position of a value in a document.
 *
 * @param source the file name; empty for a request body
 * @param line from 1; 0 when only the pointer is known
 * @param pointer RFC 6901, such as {@code /budgets/0/metric}; empty for the whole document
 */
public record SourceLocation(String source, int line, String pointer) {

    /** The whole request body. */
    public static final SourceLocation BODY = new SourceLocation("", 0, "");

    SourceLocation at(int childLine, String key) {
        String escaped = key.replace("~", "~0").replace("/", "~1");
        return new SourceLocation(source, childLine, pointer + "/" + escaped);
    }

    /** {@code probes/shop.yaml:14}; the pointer for a request body. */
    @Override
    public String toString() {
        if (source.isEmpty()) {
            return pointer.isEmpty() ? "body" : pointer;
        }
        return line > 0 ? source + ":" + line : source;
    }
}
