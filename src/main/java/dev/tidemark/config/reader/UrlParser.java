package dev.tidemark.config.reader;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that a browser can be sent to. */
public final class UrlParser {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 8_000;

    private UrlParser() {}

    /** An absolute http or https address; anything else is an IllegalArgumentException that says what to write. */
    public static URI parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("url is longer than " + LONGEST + " characters");
        }
        URI uri = syntax(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            String wrong = scheme.isEmpty() ? "has no scheme" : "has the scheme " + scheme;
            throw new IllegalArgumentException(
                    "url \"" + text + "\" " + wrong + "; only http:// and https:// can be loaded");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("url holds a user name; write it under basicAuth");
        }
        return inLowerCase(uri.getHost() == null ? withAsciiHost(uri, text) : uri);
    }

    /** Scheme and host as browsers write them, to be compared with what they tell. */
    private static URI inLowerCase(URI uri) {
        String beginning = uri.getScheme() + "://" + uri.getRawAuthority();
        return URI.create(beginning.toLowerCase(Locale.ROOT) + uri.toString().substring(beginning.length()));
    }

    private static URI syntax(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "url \"" + text + "\" is wrong at character " + (wrong.getIndex() + 1) + ": " + wrong.getReason());
        }
    }

    private static URI withAsciiHost(URI uri, String text) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        try {
            URI ascii = new URI(text.strip()
                    .replaceFirst(Pattern.quote(authority), Matcher.quoteReplacement(IDN.toASCII(authority))));
            if (!authority.isEmpty() && ascii.getHost() != null) {
                return ascii;
            }
        } catch (URISyntaxException | IllegalArgumentException noHost) {
            // told below in the same words as an address without any host
        }
        throw new IllegalArgumentException("url \"" + text + "\" has no host; write https://example.com/");
    }
}
