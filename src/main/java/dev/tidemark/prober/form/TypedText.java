package dev.tidemark.prober.form;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.HostName;

/**
 * A text as the browser keeps it after it is typed: without line breaks in a field of one line, and without spaces around an
 * e-mail address or URL
 * (<a href="https://html.spec.whatwg.org/multipage/input.html#value-sanitization-algorithm">value sanitization</a>).
 */
record TypedText(String kind, String text) {

    static TypedText of(FormField field, String value) {
        String text = value.replace("\r\n", "\n").replace('\r', '\n');
        if (!field.isMultiLine()) {
            text = text.replace("\n", "");
        }
        return new TypedText(field.kind(), field.isOf("email", "url") ? text.strip() : text);
    }

    boolean isSame(String held) {
        return switch (kind) {
            case "contenteditable" -> words(text).equals(words(held));
            case "email" -> withAsciiDomain(text).equals(withAsciiDomain(held));
            default -> text.equals(held);
        };
    }

    /** Editors put lines and spaces into elements of their own. */
    private static String words(String text) {
        return text.replaceAll("[\\s\\u00a0\\u200b\\ufeff]+", " ").strip();
    }

    /** Chromium converts the domain of an e-mail address to ASCII. */
    private static String withAsciiDomain(String address) {
        int at = address.lastIndexOf('@') + 1;
        String domain = address.substring(at);
        return at == 0
                ? address
                : address.substring(0, at) + HostName.tryToAscii(domain).orElse(domain);
    }

    /** Neither the text nor what remains of it is shown: it may be a secret. */
    LocalizedMessage difference(String held) {
        if (held.isEmpty()) {
            return LocalizedMessage.of("outcome.fill.empty");
        }
        return kind.equals("password") || held.length() == text.length()
                ? LocalizedMessage.of("outcome.fill.changed")
                : LocalizedMessage.of("outcome.fill.length", held.length(), text.length());
    }
}
