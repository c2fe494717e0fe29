package dev.tidemark.platform.audit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the audit log.
 *
 * @param id increases with time and never changes
 * @param node the name of the node that made the change
 * @param before the object before, without secrets
 * @param after the object after, or details of the action
 * @param hiddenChanges pointers of secrets that changed
 */
public record AuditEntry(
        long id,
        Instant at,
        AuditActor actor,
        String action,
        String objectType,
        String objectId,
        AuditResult result,
        AuditOrigin.Channel channel,
        Optional<String> address,
        String node,
        Optional<JsonObject> before,
        Optional<JsonObject> after,
        List<String> hiddenChanges) {

    /** The cursor of the list. */
    public String cursor() {
        return String.valueOf(id);
    }
}
