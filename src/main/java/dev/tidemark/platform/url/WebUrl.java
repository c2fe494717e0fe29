package dev.tidemark.platform.url;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/**
 * An absolute http or https URL. It keeps the spelling of its author, which people see and definitions store;
 * {@link #href()} is what a browser makes of it (https://url.spec.whatwg.org/#concept-url-parser) and what is requested.
 * Two spellings of one URL are not equal, but have equal {@code href()}.
 *
 * @param spelling as written, without surrounding spaces, tabs and line breaks
 * @param host in ASCII; an IPv6 address in brackets; empty for a URL that no browser can load
 * @param port -1 for the default port of the scheme
 * @param path percent-encoded, with the leading slash
 * @param query percent-encoded, without the question mark
 * @param fragment percent-encoded, without the number sign
 */
public record WebUrl(
        String spelling,
        String scheme,
        String host,
        int port,
        String path,
        Optional<String> query,
        Optional<String> fragment) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * Reads a URL as a browser does.
     *
     * @throws InvalidValueException for a URL that no browser can load, and for one with a user name or password
     */
    public static WebUrl parse(String text) {
        return new UrlParser(text).parse();
    }

    /** Reads a URL that a page or a browser wrote, without its user name; empty when it is no http or https URL. */
    public static Optional<WebUrl> tryParse(String text) {
        try {
            return Optional.of(new UrlParser(text).parseWithoutCredentials());
        } catch (InvalidValueException notLoadable) {
            return Optional.empty();
        }
    }

    /** Reads a URL that may have been stored before its fault was known; {@link #fault()} has it. */
    public static WebUrl ofStored(String text) {
        try {
            return parse(text);
        } catch (InvalidValueException notLoadable) {
            return new WebUrl(text, "http", "", -1, "/", Optional.empty(), Optional.empty());
        }
    }

    /** Why no browser can load it; empty for a URL that can be loaded. */
    public Optional<LocalizedMessage> fault() {
        try {
            parse(spelling);
            return Optional.empty();
        } catch (InvalidValueException notLoadable) {
            return Optional.of(notLoadable.localizedMessage());
        }
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** The port that is connected to. */
    public int connectPort() {
        return port >= 0 ? port : defaultPort(scheme);
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    /** Host, and port unless it is the default one: the {@code Host} header. */
    public String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    /** The host without brackets. */
    public String hostOrAddress() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public String origin() {
        return scheme + "://" + authority();
    }

    /** Path and query: the request target. */
    public String requestTarget() {
        return path + query.map(text -> "?" + text).orElse("");
    }

    /** The serialization of the URL Standard, in ASCII. */
    public String href() {
        return host.isEmpty()
                ? spelling
                : origin() + requestTarget() + fragment.map(text -> "#" + text).orElse("");
    }

    /** The spelling of its author. */
    @Override
    public String toString() {
        return spelling;
    }
}
