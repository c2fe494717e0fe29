package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.url.CharacterName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Which cookies can be set: what browsers take
 * (https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#name-storage-model), which is more than RFC 6265 lets servers
 * send.
 */
public final class RequestCookie {

    private static final int MAX_BYTES = 4_096;

    private RequestCookie() {}

    /** @throws InvalidValueException for a cookie that cannot be set by a page of the scheme */
    static void check(String name, String value, boolean secure) {
        if (name.isEmpty()) {
            throw new InvalidValueException("validation.cookies.noName");
        }
        reject("name", name, name, one -> one == ';' || one == '=' || isControl(one));
        reject("value", name, value, one -> one == ';' || isControl(one));
        if (!name.equals(name.strip()) || !value.equals(value.strip())) {
            throw new InvalidValueException("validation.cookies.surroundingSpace", name);
        }
        if ((name + value).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidValueException("validation.cookies.length", name, MAX_BYTES);
        }
        if (!secure && needsHttps(name)) {
            throw new InvalidValueException("validation.cookies.needsHttps", name);
        }
    }

    /** Whether the name's prefix promises a secure cookie; prefixes are compared without regard to case. */
    public static boolean needsHttps(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("__secure-") || lower.startsWith("__http-") || needsRootPath(name);
    }

    /** Whether the name's prefix promises a cookie of one host and all of its paths. */
    public static boolean needsRootPath(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("__host-");
    }

    /** Whether the name's prefix promises a cookie that scripts cannot read. */
    public static boolean needsHttpOnly(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("__http-") || lower.startsWith("__host-http-");
    }

    private static void reject(String part, String name, String text, IntPredicate forbidden) {
        text.codePoints().filter(forbidden).findFirst().ifPresent(one -> {
            throw new InvalidValueException("validation.cookies." + part, name, CharacterName.of(one));
        });
    }

    private static boolean isControl(int character) {
        return character < 0x20 || character == 0x7F;
    }
}
