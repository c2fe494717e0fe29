package dev.tidemark.config.importer;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.platform.url.WebUrl;
import java.util.Optional;

/**
 * Selects the budgets of one page.
 *
 * @param alias the name that the imported file may have for the page
 * @param formFactor selects the score curves for files that contain scores
 */
public record PageUrlMatcher(Optional<WebUrl> url, Optional<String> alias, FormFactor formFactor) {

    /** Path and query; {@code /} without a URL. */
    String path() {
        return url.map(WebUrl::requestTarget).orElse("/");
    }
}
