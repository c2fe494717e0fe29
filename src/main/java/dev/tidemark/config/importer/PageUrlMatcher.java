package dev.tidemark.config.importer;

import dev.tidemark.model.metric.FormFactor;
import java.net.URI;
import java.util.Optional;

/**
 * Selects the budgets of one page.
 *
 * @param alias the name that the imported file may have for the page
 * @param formFactor selects the score curves for files that contain scores
 */
public record PageUrlMatcher(Optional<URI> url, Optional<String> alias, FormFactor formFactor) {

    /** Path and query; {@code /} without a URL. */
    String path() {
        return url.map(address -> {
                    String path =
                            address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
                    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
                })
                .orElse("/");
    }
}
