package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Writes well-formed SVG: elements nest, attributes and texts are escaped, numbers have at most two decimals.
 *
 * <p>There is no style attribute: pages forbid inline style. Colours are presentation attributes ({@link MarkStyle}), which a page's style sheet overrides by class and which a standalone file keeps.
 */
final class SvgWriter {

    /** Up to this value, hundredths are exact in a double and fit a long. */
    private static final double MAX_EXACT = 1e12;

    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000};

    private final Function<LocalizedMessage, String> language;
    private final StringBuilder out = new StringBuilder(2048);
    private final Deque<String> open = new ArrayDeque<>();

    /** In the installation's language, as a file. */
    SvgWriter() {
        this(LocalizedMessage::toString);
    }

    /** In the viewer's language. */
    SvgWriter(Messages messages) {
        this(messages::format);
    }

    /** @param language resolves the messages of the drawing */
    SvgWriter(Function<LocalizedMessage, String> language) {
        this.language = language;
    }

    /** @param attributes names and values in turn; a {@link LocalizedMessage} is written in the drawing's language */
    SvgWriter open(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Opens the root element of a standalone file, with its description. */
    static SvgWriter document(double width, double height, LocalizedMessage description) {
        return new SvgWriter()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "width",
                        width,
                        "height",
                        height,
                        "viewBox",
                        "0 0 " + number(width) + " " + number(height),
                        "role",
                        "img",
                        "aria-label",
                        description)
                .title(description);
    }

    SvgWriter leaf(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    SvgWriter leaf(String name, MarkStyle style, Object... attributes) {
        start(name, attributes);
        out.append(style.attributes()).append("/>");
        return this;
    }

    SvgWriter label(LocalizedMessage text, MarkStyle style, Object... attributes) {
        return label(language.apply(text), style, attributes);
    }

    /** A text label with an outline that keeps it readable on any background. */
    SvgWriter label(String text, MarkStyle style, Object... attributes) {
        start("text", attributes);
        out.append(style.attributes());
        out.append(" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        out.append('>').append(escape(text)).append("</text>");
        return this;
    }

    SvgWriter title(LocalizedMessage text) {
        return title(language.apply(text));
    }

    /** Accessible name and tooltip of the open element. */
    SvgWriter title(String text) {
        out.append("<title>").append(escape(text)).append("</title>");
        return this;
    }

    SvgWriter text(String text) {
        out.append(escape(text));
        return this;
    }

    SvgWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes all open elements and returns the document. */
    String end() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    /** A fraction of the width (0 to 1) as an SVG percentage: {@code 37.5%}. */
    static String percent(double fraction) {
        return number(fraction * 100) + "%";
    }

    /** At most two decimals. */
    static String number(double value) {
        return rounded(value, 2);
    }

    /** A coordinate: a tenth of a pixel is precise enough, and a chart has thousands of coordinates. */
    static String pixel(double value) {
        return rounded(value, 1);
    }

    /**
     * With a digit more than {@link MetricFormat} shows, the rest cut off: rounding twice could give another text than rounding
     * once.
     */
    static String read(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
        return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.DOWN));
    }

    /** With all digits. */
    static String exact(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String rounded(double value, int decimals) {
        if (Math.abs(value) > MAX_EXACT) {
            return BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        long parts = Math.round(value * POWERS[decimals]);
        int digits = decimals;
        while (digits > 0 && parts % 10 == 0) {
            parts /= 10;
            digits--;
        }
        return digits == 0 ? Long.toString(parts) : pointed(parts, digits);
    }

    private static String pointed(long parts, int digits) {
        long size = Math.abs(parts);
        long fraction = size % POWERS[digits];
        return (parts < 0 ? "-" : "")
                + size / POWERS[digits]
                + "."
                + Long.toString(POWERS[digits] + fraction).substring(1);
    }

    static String escape(String text) {
        return text.chars().allMatch(SvgWriter::isPlain) ? text : escaped(text);
    }

    private static boolean isPlain(int c) {
        return c >= 0x20 && c < 0xD800 && c != '&' && c != '<' && c != '>' && c != '"';
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }

    private void start(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(String.valueOf(attributes[i]), attributes[i + 1]);
        }
    }

    private void attribute(String name, Object value) {
        String text = value instanceof Double number
                ? number(number)
                : value instanceof LocalizedMessage message ? language.apply(message) : String.valueOf(value);
        out.append(' ').append(name).append("=\"").append(escape(text)).append('"');
    }
}
