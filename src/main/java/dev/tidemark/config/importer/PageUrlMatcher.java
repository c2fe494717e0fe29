package dev.tidemark.config.importer;

import dev.tidemark.model.metric.FormFactor;
import java.net.URI;
import java.util.Optional;

/**
 * The page that budgets are wanted for.
 *
 * @param alias the name that the foreign file may have for it
 * @param formFactor whose score curves hold, where a file states scores
 */
public record PageUrlMatcher(Optional<URI> url, Optional<String> alias, FormFactor formFactor) {

    /** Path and query; {@code /} when the page is not named. */
    String path() {
        return url.map(address -> {
                    String path =
                            address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
                    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
                })
                .orElse("/");
    }
}
