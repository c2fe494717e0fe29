package dev.tidemark.platform.url;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The basic URL parser (https://url.spec.whatwg.org/#concept-basic-url-parser) for absolute http and https URLs. */
final class UrlParser {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_LENGTH = 8_000;
    private static final int MAX_PORT = 65_535;
    private static final Pattern SURROUNDING = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$");
    private static final Pattern LONE_SURROGATE = Pattern.compile("[\\ud800-\\udfff]");
    private static final Pattern PARTS = Pattern.compile("""
            (?xs) ([a-zA-Z][a-zA-Z0-9+.-]*) : [/\\\\]*  # scheme and slashes; one or three are as good as two
            ([^/\\\\?\\#]*)                            # authority
            ([^?\\#]*)                                # path
            (?: \\?([^\\#]*) )?                       # query
            (?: \\#(.*) )?                            # fragment
            """);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^]]*]?[^:]*|[^:]*)(?::(.*))?", Pattern.DOTALL);

    private final String spelling;
    private boolean hasCredentials;

    UrlParser(String text) {
        String plain = SURROUNDING.matcher(text).replaceAll("").replaceAll("[\\t\\n\\r]", "");
        this.spelling = LONE_SURROGATE.matcher(plain).replaceAll("\ufffd");
    }

    /** Rejects a user name: a definition has other keys for credentials. */
    WebUrl parse() {
        WebUrl url = parseWithoutCredentials();
        if (hasCredentials) {
            throw new InvalidValueException("validation.url.credentials");
        }
        return url;
    }

    WebUrl parseWithoutCredentials() {
        if (spelling.length() > MAX_LENGTH) {
            throw new InvalidValueException("validation.url.length", MAX_LENGTH);
        }
        Matcher parts = PARTS.matcher(spelling);
        if (!parts.matches()) {
            throw fault("missingScheme");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw fault("unsupportedScheme", scheme);
        }
        Matcher hostAndPort = hostAndPort(parts.group(2));
        return new WebUrl(
                spelling,
                scheme,
                host(hostAndPort.group(1)),
                port(hostAndPort.group(2), scheme),
                UrlPath.of(parts.group(3)),
                Optional.ofNullable(parts.group(4)).map(PercentEncoding.QUERY::encode),
                Optional.ofNullable(parts.group(5)).map(PercentEncoding.FRAGMENT::encode));
    }

    private Matcher hostAndPort(String authority) {
        int at = authority.lastIndexOf('@');
        hasCredentials = at > 0 && !authority.startsWith(":@");
        Matcher found = HOST_AND_PORT.matcher(authority.substring(at + 1));
        if (!found.matches() || found.group(1).isEmpty()) {
            throw fault("missingHost");
        }
        return found;
    }

    private String host(String written) {
        try {
            return written.startsWith("[") ? Ipv6Address.normalized(written) : HostName.ofUrl(written);
        } catch (InvalidValueException reason) {
            throw new InvalidValueException("validation.url.host", spelling, reason.localizedMessage());
        }
    }

    private int port(String written, String scheme) {
        if (written == null || written.isEmpty()) {
            return -1;
        }
        if (!written.matches("[0-9]+")) {
            throw fault("port", written);
        }
        String digits = written.replaceFirst("^0+(?=.)", "");
        if (digits.length() > 5 || Integer.parseInt(digits) > MAX_PORT) {
            throw fault("portRange", written, String.valueOf(MAX_PORT));
        }
        int port = Integer.parseInt(digits);
        return port == WebUrl.defaultPort(scheme) ? -1 : port;
    }

    private InvalidValueException fault(String key, Object... details) {
        Object[] arguments = new Object[details.length + 1];
        arguments[0] = spelling;
        System.arraycopy(details, 0, arguments, 1, details.length);
        return new InvalidValueException("validation.url." + key, arguments);
    }
}
