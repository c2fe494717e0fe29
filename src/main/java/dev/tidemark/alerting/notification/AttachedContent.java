package dev.tidemark.alerting.notification;

import java.util.List;
import java.util.Optional;

/**
 * What goes into a mail beside the notice's own words.
 *
 * @param unsubscribe a signed link; one click on it is enough (RFC 8058)
 * @param acknowledge a signed link, good once
 * @param chart a PNG of the last day
 * @param changed what was different lately, in a sentence or two
 */
public record AttachedContent(
        Optional<String> unsubscribe, Optional<String> acknowledge, Optional<byte[]> chart, List<String> changed) {

    static final AttachedContent NOTHING = new AttachedContent(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public AttachedContent {
        changed = List.copyOf(changed);
    }
}
