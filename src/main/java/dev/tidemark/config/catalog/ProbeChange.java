package dev.tidemark.config.catalog;

import dev.tidemark.config.writer.ChangedSecrets;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.config.writer.SecretFreeDefinition;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.platform.audit.AuditChange;
import java.util.List;
import java.util.Map;

/** Changes of the catalog for the audit log, without secrets. */
final class ProbeChange {

    private static final String PROBE = "probe";
    private static final String SHARED = "shared-budgets";

    private ProbeChange() {}

    static AuditChange created(CatalogEntry entry) {
        return AuditChange.created(PROBE, id(entry), document(entry));
    }

    static AuditChange deleted(CatalogEntry entry) {
        return AuditChange.deleted(PROBE, id(entry), document(entry));
    }

    static AuditChange updated(CatalogEntry before, CatalogEntry after) {
        return AuditChange.updated(PROBE, id(after), document(before), document(after))
                .named(action(before.probe(), after.probe()))
                .hiding(ChangedSecrets.between(before.probe(), after.probe()));
    }

    private static String action(Probe before, Probe after) {
        boolean switched = before.enabled() != after.enabled()
                && before.enabled(after.enabled()).equals(after);
        if (!switched) {
            return AuditChange.UPDATE;
        }
        return after.enabled() ? "resume" : "pause";
    }

    static AuditChange created(SharedBudgetEntity row) {
        return AuditChange.created(SHARED, row.source(), document(row.limits()));
    }

    static AuditChange updated(SharedBudgetEntity row, List<TagLimit> before) {
        return AuditChange.updated(SHARED, row.source(), document(before), document(row.limits()));
    }

    static AuditChange deleted(SharedBudgetEntity row) {
        return AuditChange.deleted(SHARED, row.source(), document(row.limits()));
    }

    private static String id(CatalogEntry entry) {
        return entry.probe().id().slug();
    }

    private static Map<String, Object> document(CatalogEntry entry) {
        Map<String, Object> document = SecretFreeDefinition.of(entry.probe());
        entry.file().ifPresent(file -> document.put("file", file));
        return document;
    }

    private static Map<String, Object> document(List<TagLimit> limits) {
        return Map.of("budgets", ProbeWriter.shared(limits));
    }
}
