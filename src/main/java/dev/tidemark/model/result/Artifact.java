package dev.tidemark.model.result;

import java.util.Objects;

/**
 * A file that belongs to a sample.
 *
 * @param n its number among the artifacts of this type
 * @param atMillis for frames and screenshots: ms from navigation start; 0 otherwise
 */
public record Artifact(ArtifactType kind, int n, double atMillis, String mediaType, byte[] content) {

    /** HAR is gzipped JSON, FRAME a picture of the filmstrip, SCREENSHOT the page at LCP with its elements highlighted. */
    public enum ArtifactType {
        HAR,
        FRAME,
        SCREENSHOT
    }

    public Artifact {
        Objects.requireNonNull(kind, "kind");
        content = content.clone();
    }
}
