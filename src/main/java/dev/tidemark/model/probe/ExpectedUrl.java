package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.url.WebUrl;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the final URL must be, in the spelling of its author: a URL, or a pattern in which {@code *} stands for any
 * characters, also for none. A fragment is compared only if there is one.
 */
public record ExpectedUrl(String text) {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern URL = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OPEN_HOST = Pattern.compile("[^/]*//[^/?#]*\\*");
    /** Completes a pattern that begins with a wildcard, so that its rest can be read as a path. */
    private static final String ANY_SITE = "http://site/";

    public ExpectedUrl {
        text = text.strip();
        if (!URL.matcher(text).matches() && !text.startsWith("*") || text.length() > MAX_LENGTH) {
            throw new InvalidValueException("validation.expect.url", text);
        }
        inBrowserForm(text);
    }

    /** @param url as a browser reports it */
    public boolean matches(String url) {
        String form = inBrowserForm(text);
        String compared = form.indexOf('#') < 0 ? url.replaceFirst("#.*", "") : url;
        String regex = Arrays.stream(form.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(compared).matches();
    }

    /** The wildcard is a character of a URL that browsers leave as it is, also in a host. */
    private static String inBrowserForm(String text) {
        if (text.startsWith("*")) {
            return WebUrl.parse(ANY_SITE + text).href().substring(ANY_SITE.length());
        }
        String href = WebUrl.parse(text).href();
        return OPEN_HOST.matcher(text).matches() ? href.substring(0, href.length() - 1) : href;
    }
}
