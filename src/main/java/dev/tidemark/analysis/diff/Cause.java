package dev.tidemark.analysis.diff;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.OptionalDouble;

/**
 * Why a value is likely another now.
 *
 * @param share of the change that it explains, 0 to 1; empty where that cannot be said, or where it worked against the change
 */
public record Cause(LocalizedMessage text, LocalizedMessage detail, OptionalDouble share) {

    public String shareText() {
        return share.isPresent() ? Math.round(share.getAsDouble() * 100) + " %" : "";
    }

    /** For a bar: 0 to 100. */
    public long percent() {
        return Math.round(share.orElse(0) * 100);
    }
}
