package dev.tidemark.alerting.delivery;

import java.util.List;
import java.util.Optional;

/**
 * Additional parts of an e-mail.
 *
 * @param unsubscribe a signed link for one-click unsubscription (RFC 8058)
 * @param acknowledge a signed link that can be used once
 * @param chart the last 24 hours as PNG
 * @param recentChanges sentences about recent changes, at most two
 */
public record AttachedContent(
        Optional<String> unsubscribe,
        Optional<String> acknowledge,
        Optional<byte[]> chart,
        List<String> recentChanges) {

    static final AttachedContent NONE =
            new AttachedContent(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public AttachedContent {
        recentChanges = List.copyOf(recentChanges);
    }
}
