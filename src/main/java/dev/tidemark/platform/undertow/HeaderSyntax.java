package dev.tidemark.platform.undertow;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The syntax of request headers: https://www.rfc-editor.org/rfc/rfc9110 and, for cookies, https://www.rfc-editor.org/rfc/rfc6265 */
final class HeaderSyntax {

    private static final int MAX_LENGTH = 4_000;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\t \\x21-\\x7e])*+\"";
    private static final String SPACE = "[ \\t]*+";
    private static final String WEIGHT = "[qQ]=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)";
    private static final String PARAMETER = SPACE + ";" + SPACE + "(?:" + WEIGHT + "(?=" + SPACE
            + "(?:[;,]|$))|(?![qQ]=)" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))";
    private static final String TYPE = TOKEN + "/" + TOKEN;

    private static final Pattern MEDIA_TYPE =
            Pattern.compile(SPACE + TYPE + "(?:" + PARAMETER + ")*+" + SPACE + ";?" + SPACE);
    private static final Pattern MEDIA_RANGES = list("(?:" + TYPE + "(?:" + PARAMETER + ")*+)?");
    private static final Pattern LANGUAGES =
            list("(?:(?:\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*+)(?:" + SPACE + ";" + SPACE + WEIGHT + ")?)?");

    private HeaderSyntax() {}

    private static Pattern list(String element) {
        return Pattern.compile(SPACE + element + SPACE + "(?:," + SPACE + element + SPACE + ")*+");
    }

    /** Whether a value is one media type, as in Content-Type. */
    static boolean isMediaType(String value) {
        return value.length() <= MAX_LENGTH && MEDIA_TYPE.matcher(value).matches();
    }

    /** Whether a value is a list of media ranges with weights from 0 to 1, as in Accept. */
    static boolean isMediaRangeList(String value) {
        return value.length() <= MAX_LENGTH && MEDIA_RANGES.matcher(value).matches();
    }

    /** Whether a value is a list of language ranges with weights from 0 to 1, as in Accept-Language. */
    static boolean isLanguageList(String value) {
        return value.length() <= MAX_LENGTH && LANGUAGES.matcher(value).matches();
    }

    /** Whether a Cookie header has only characters that the server can parse. */
    static boolean areCookies(String value) {
        return value.chars().allMatch(one -> one >= ' ' && one < 0x7f || one == '\t');
    }

    /** The pairs of a Cookie header that the server can parse. */
    static String validCookies(String value) {
        return Arrays.stream(value.split(";"))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty() && areCookies(pair))
                .collect(Collectors.joining("; "));
    }
}
