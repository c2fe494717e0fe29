package dev.tidemark.contrast;

import java.util.OptionalDouble;

/**
 * Why the largest paint likely came at another time.
 *
 * @param share of the change in LCP that it explains, from 0 on; empty where that cannot be said
 */
public record Cause(String text, String detail, OptionalDouble share) {

    public String shareText() {
        return share.isPresent() ? Math.round(share.getAsDouble() * 100) + " %" : "";
    }
}
