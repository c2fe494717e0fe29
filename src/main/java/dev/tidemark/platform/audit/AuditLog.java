package dev.tidemark.platform.audit;

import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes entries. It takes the entity manager of the code that makes the change, so that both are in one transaction: neither a
 * change without an entry nor an entry without a change is ever stored.
 */
public final class AuditLog {

    private static final String INSERT = """
            INSERT INTO audit_log (actor_kind, actor, action, object_type, object_id, result, channel, address, node,
                before, after, hidden_changes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)""";

    private static final int MAX_ID_LENGTH = 500;

    /** The name that tells nodes apart: WildFly's, which is the host name unless it is set. */
    private static final String NODE = System.getProperty("jboss.node.name", "");

    private AuditLog() {}

    /** Records a change of the current origin. */
    public static void record(EntityManager entities, AuditChange change) {
        record(entities, AuditOrigin.current(), change, AuditResult.DONE);
    }

    static void record(EntityManager entities, AuditOrigin origin, AuditChange change, AuditResult result) {
        entities.createNativeQuery(INSERT)
                .setParameter(1, origin.actor().kind().name())
                .setParameter(2, storable(origin.actor().name()))
                .setParameter(3, change.action())
                .setParameter(4, change.objectType())
                .setParameter(5, storable(change.objectId()))
                .setParameter(6, result.name())
                .setParameter(7, origin.channel().name())
                .setParameter(8, origin.address().orElse(null))
                .setParameter(9, NODE)
                .setParameter(10, json(change.before()))
                .setParameter(11, json(change.after()))
                .setParameter(12, String.join("\n", change.hiddenChanges()))
                .executeUpdate();
    }

    /** Sorted by name: equal documents have equal texts. */
    private static String json(Optional<Map<String, Object>> document) {
        return document.map(TreeMap::new)
                .map(Json::createObjectBuilder)
                .map(builder -> builder.build().toString().replaceAll("\\p{Cs}", "\uFFFD"))
                .orElse(null);
    }

    /** PostgreSQL stores no U+0000 and no lone surrogates; names of outsiders have no length. */
    private static String storable(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return clean.length() <= MAX_ID_LENGTH ? clean : clean.substring(0, MAX_ID_LENGTH) + "…";
    }
}
