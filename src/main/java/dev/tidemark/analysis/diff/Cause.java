package dev.tidemark.analysis.diff;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.OptionalDouble;

/**
 * A likely cause of a change.
 *
 * @param share of the change that it explains, 0 to 1; empty if unknown, or if it acted against the change
 */
public record Cause(LocalizedMessage text, LocalizedMessage detail, OptionalDouble share) {

    public String shareText() {
        return share.isPresent() ? Math.round(share.getAsDouble() * 100) + " %" : "";
    }

    /** The share in percent, 0 to 100; 0 without one. */
    public long percent() {
        return Math.round(share.orElse(0) * 100);
    }
}
