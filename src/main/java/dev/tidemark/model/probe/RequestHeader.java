package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.url.CharacterName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which request headers can be sent. */
final class RequestHeader {

    /** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Belong to the connection or follow from the body (RFC 9110, 7.6.1 and 8.6; Chromium's services/network/public/cpp/header_util.cc). */
    private static final Set<String> OF_THE_CLIENT = Set.of(
            "connection",
            "content-length",
            "cookie2",
            "expect",
            "http2-settings",
            "keep-alive",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** https://fetch.spec.whatwg.org/#forbidden-request-header */
    private static final Set<String> METHOD_OVERRIDES =
            Set.of("x-http-method", "x-http-method-override", "x-method-override");

    private static final Pattern FORBIDDEN_METHOD = Pattern.compile("(?i)(.*,)?\\s*(connect|trace|track)\\s*(,.*)?");

    private RequestHeader() {}

    /**
     * @param byBrowser whether a browser sends it, which also decides about {@code Host} and {@code Sec-Fetch-*}
     * @throws InvalidValueException for a header that cannot be sent
     */
    static void check(String name, String value, boolean byBrowser) {
        if (!TOKEN.matcher(name).matches()) {
            throw new InvalidValueException("validation.headers.name", name);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OF_THE_CLIENT.contains(lower) || lower.startsWith("proxy-")) {
            throw new InvalidValueException("validation.headers.ofTheClient", name);
        }
        if (byBrowser && (lower.equals("host") || lower.startsWith("sec-fetch-"))) {
            throw new InvalidValueException("validation.headers.ofTheBrowser", name);
        }
        if (byBrowser
                && METHOD_OVERRIDES.contains(lower)
                && FORBIDDEN_METHOD.matcher(value).matches()) {
            throw new InvalidValueException("validation.headers.method", name, value);
        }
        checkValue(name, value);
    }

    static void checkValue(String name, String value) {
        value.codePoints()
                .filter(one -> one < 0x20 && one != '\t' || one == 0x7F)
                .findFirst()
                .ifPresent(one -> {
                    throw one == '\n' || one == '\r'
                            ? new InvalidValueException("validation.headers.lineBreak", name)
                            : new InvalidValueException("validation.headers.control", name, CharacterName.of(one));
                });
    }
}
