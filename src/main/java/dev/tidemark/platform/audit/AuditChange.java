package dev.tidemark.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of an object.
 *
 * @param action a verb: {@code create}
 * @param before the object without secrets; empty for a new one
 * @param after the object without secrets; empty for a deleted one
 * @param hiddenChanges pointers (RFC 6901) of secrets that differ, as both are masked
 */
public record AuditChange(
        String action,
        String objectType,
        String objectId,
        Optional<Map<String, Object>> before,
        Optional<Map<String, Object>> after,
        List<String> hiddenChanges) {

    public static final String CREATE = "create";
    public static final String UPDATE = "update";
    public static final String DELETE = "delete";

    public AuditChange {
        hiddenChanges = List.copyOf(hiddenChanges);
    }

    public static AuditChange created(String type, String id, Map<String, Object> after) {
        return new AuditChange(CREATE, type, id, Optional.empty(), Optional.of(after), List.of());
    }

    public static AuditChange updated(String type, String id, Map<String, Object> before, Map<String, Object> after) {
        return new AuditChange(UPDATE, type, id, Optional.of(before), Optional.of(after), List.of());
    }

    public static AuditChange deleted(String type, String id, Map<String, Object> before) {
        return new AuditChange(DELETE, type, id, Optional.of(before), Optional.empty(), List.of());
    }

    /** An action that has no state before and after, with its details. */
    public static AuditChange action(String action, String type, String id, Map<String, Object> details) {
        return new AuditChange(action, type, id, Optional.empty(), Optional.of(details), List.of());
    }

    public AuditChange named(String otherAction) {
        return new AuditChange(otherAction, objectType, objectId, before, after, hiddenChanges);
    }

    public AuditChange hiding(List<String> pointers) {
        return new AuditChange(action, objectType, objectId, before, after, pointers);
    }
}
