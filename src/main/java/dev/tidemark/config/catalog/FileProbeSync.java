package dev.tidemark.config.catalog;

import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.audit.AuditActor;
import dev.tidemark.platform.audit.AuditOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Synchronizes the stored probes with the probe files. */
@ApplicationScoped
class FileProbeSync {

    private static final AuditOrigin FILES =
            new AuditOrigin(new AuditActor(AuditActor.Kind.FILE, "file"), AuditOrigin.Channel.FILE, Optional.empty());

    private final ProbeStore store;
    private final Clock clock;

    @Inject
    FileProbeSync(ProbeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Adds, changes and removes probes; those of invalid files and those that come from no file are left unchanged. Returns the
     * number of changes.
     */
    @Transactional
    public int sync(FolderContents contents) {
        return FILES.supply(() -> syncAll(contents));
    }

    private int syncAll(FolderContents contents) {
        Map<ProbeId, ProbeEntity> rows =
                store.all().stream().collect(Collectors.toMap(ProbeEntity::id, Function.identity()));
        int changes = 0;
        for (Map.Entry<ProbeId, FolderContents.FileProbe> wanted :
                contents.probes().entrySet()) {
            changes += addOrReplace(rows.remove(wanted.getKey()), wanted.getValue()) ? 1 : 0;
        }
        for (ProbeEntity row : rows.values()) {
            if (row.file()
                    .filter(file -> !contents.invalidFiles().contains(file))
                    .isPresent()) {
                store.remove(row);
                changes++;
            }
        }
        changes += syncShared(contents);
        if (changes > 0) {
            store.lock();
        }
        return changes;
    }

    private int syncShared(FolderContents contents) {
        Map<String, SharedBudgetEntity> rows = store.shared().stream()
                .filter(row -> !row.source().isEmpty())
                .collect(Collectors.toMap(SharedBudgetEntity::source, Function.identity()));
        int changes = 0;
        for (Map.Entry<String, List<TagLimit>> wanted : contents.shared().entrySet()) {
            SharedBudgetEntity row = rows.remove(wanted.getKey());
            if (row == null) {
                store.add(new SharedBudgetEntity(wanted.getKey(), wanted.getValue(), clock.instant()));
                changes++;
            } else if (!row.limits().equals(wanted.getValue())) {
                store.replace(row, wanted.getValue(), clock.instant());
                changes++;
            }
        }
        for (SharedBudgetEntity row : rows.values()) {
            if (!contents.invalidFiles().contains(row.source())) {
                store.remove(row);
                changes++;
            }
        }
        return changes;
    }

    private boolean addOrReplace(ProbeEntity row, FolderContents.FileProbe wanted) {
        Optional<String> file = Optional.of(wanted.file());
        if (row == null) {
            store.add(new ProbeEntity(wanted.definition().probe(), file, clock.instant()));
            return true;
        }
        if (row.isDefinedBy(wanted.definition().probe(), wanted.file())) {
            return false;
        }
        store.replace(row, wanted.definition().probe(), file, clock.instant());
        return true;
    }
}
