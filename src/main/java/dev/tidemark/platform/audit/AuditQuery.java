package dev.tidemark.platform.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * The entries to list.
 *
 * @param from the first instant
 * @param to the instant after the last
 * @param actor the exact name of the author
 * @param object {@code probe}, or {@code probe/shop-home} for one of them
 * @param action such as {@code delete}
 */
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> actor,
        Optional<String> object,
        Optional<String> action,
        Optional<AuditResult> result) {

    public static final AuditQuery ALL = new AuditQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Optional<String> objectType() {
        return object.map(text -> text.split("/", 2)[0]);
    }

    Optional<String> objectId() {
        return object.filter(text -> text.contains("/")).map(text -> text.split("/", 2)[1]);
    }
}
