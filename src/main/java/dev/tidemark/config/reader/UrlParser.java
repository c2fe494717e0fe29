package dev.tidemark.config.reader;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses URLs that a browser can load. */
public final class UrlParser {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_LENGTH = 8_000;

    private UrlParser() {}

    /**
     * Parses an absolute http or https URL.
     *
     * @throws InvalidValueException for anything else
     */
    public static URI parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException("validation.url.length", MAX_LENGTH);
        }
        URI uri = syntax(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw scheme.isEmpty()
                    ? new InvalidValueException("validation.url.missingScheme", text)
                    : new InvalidValueException("validation.url.unsupportedScheme", text, scheme);
        }
        if (uri.getRawUserInfo() != null) {
            throw new InvalidValueException("validation.url.credentials");
        }
        return inLowerCase(uri.getHost() == null ? withAsciiHost(uri, text) : uri);
    }

    /** Converts scheme and host to lower case as browsers do, so that the URL can be compared with reported ones. */
    private static URI inLowerCase(URI uri) {
        String beginning = uri.getScheme() + "://" + uri.getRawAuthority();
        return URI.create(beginning.toLowerCase(Locale.ROOT) + uri.toString().substring(beginning.length()));
    }

    private static URI syntax(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException wrong) {
            throw new InvalidValueException("validation.url.syntax", text, wrong.getIndex() + 1, wrong.getReason());
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
            // rejected below like a URL without a host
        }
        throw new InvalidValueException("validation.url.missingHost", text);
    }
}
