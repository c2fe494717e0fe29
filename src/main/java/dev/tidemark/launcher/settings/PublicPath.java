package dev.tidemark.launcher.settings;

import dev.tidemark.launcher.system.LaunchException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The base path: everything of Tidemark is below it, such as {@code /tidemark}; empty for the root of the host. */
final class PublicPath {
    static final String SETTING = "TIDEMARK_BASE_PATH";
    static final String URL = "TIDEMARK_PUBLIC_URL";

    /** Characters that nothing encodes, in URLs, cookies and HTML. */
    private static final String SEGMENT = "(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+";

    private static final String PATH = "/?" + SEGMENT + "(/" + SEGMENT + ")*/?|/?";

    private PublicPath() {}

    static boolean isPath(String text) {
        return text.matches(PATH);
    }

    /** Whether a URL can be the start of links: without a query or a fragment, and its path is one. */
    static boolean isPublicUrl(String text) {
        try {
            URI url = URI.create(text);
            return url.getHost() != null
                    && String.valueOf(url.getScheme()).matches("(?i)https?")
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && isPath(url.getRawPath());
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    /**
     * The base path, with a slash in front and none at the end.
     *
     * @throws LaunchException if the public URL has another path
     */
    static String of(Map<String, String> values) {
        Optional<String> ofUrl = Optional.ofNullable(values.get(URL))
                .map(url -> normalized(URI.create(url).getRawPath()));
        Optional<String> own = Optional.ofNullable(values.get(SETTING)).map(PublicPath::normalized);
        if (own.isPresent() && ofUrl.isPresent() && !own.equals(ofUrl)) {
            throw new LaunchException(SETTING + " is \"" + values.get(SETTING) + "\", but the path of " + URL + ", "
                    + values.get(URL) + ", is \"" + ofUrl.get()
                    + "/\", so links in e-mails would lead elsewhere. Remove "
                    + SETTING + ", or let both be the same.");
        }
        return own.or(() -> ofUrl).orElse("");
    }

    private static String normalized(String path) {
        String inner = path.replaceAll("^/|/$", "");
        return inner.isEmpty() ? "" : "/" + inner;
    }
}
