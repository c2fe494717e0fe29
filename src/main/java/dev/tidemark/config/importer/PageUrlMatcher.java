package dev.tidemark.config.importer;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Selects the budgets of one page.
 *
 * @param alias the name that the imported file may have for the page
 * @param formFactor selects the score curves for files that contain scores; empty: the file decides
 */
public record PageUrlMatcher(Optional<WebUrl> url, Optional<String> alias, Optional<FormFactor> formFactor) {

    /** Whether neither a URL nor an alias was given. */
    boolean isWithoutPage() {
        return url.isEmpty() && alias.isEmpty();
    }

    /** The key that means this page: the same text, else the same address, else the same but for a slash at the end. */
    Optional<String> bestUrlKey(List<String> keys) {
        return url.flatMap(address -> same(keys, address, key -> key)
                .or(() -> same(keys, address, PageUrlMatcher::normalized))
                .or(() -> same(keys, address, key -> normalized(key).replaceAll("/+(?=$|\\?)", ""))));
    }

    private static Optional<String> same(List<String> keys, WebUrl address, UnaryOperator<String> form) {
        String wanted = form.apply(address.toString());
        return keys.stream().filter(key -> form.apply(key).equals(wanted)).findFirst();
    }

    /** The URL as browsers serialize it (https://url.spec.whatwg.org), without the fragment; other texts unchanged. */
    private static String normalized(String text) {
        return WebUrl.tryParse(text)
                .map(url -> url.origin() + url.requestTarget())
                .orElse(text);
    }

    /** Path and query; {@code /} without a URL. */
    String path() {
        return url.map(WebUrl::requestTarget).orElse("/");
    }
}
