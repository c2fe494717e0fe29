package dev.tidemark.platform.runtime;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Runs all pending migrations in one transaction: if one fails, the schema is unchanged, and the previous version of Tidemark can still
 * use it.
 */
final class SchemaUpgrade {
    private SchemaUpgrade() {}

    /**
     * Upgrades the schema.
     *
     * @return why this version cannot use the database; empty if it can
     * @throws org.flywaydb.core.api.FlywayException if the database is not available or a migration fails; nothing has changed
     */
    static Optional<String> run(DataSource database, String... locations) {
        Flyway flyway = Flyway.configure(SchemaUpgrade.class.getClassLoader())
                .dataSource(database)
                .locations(locations)
                .group(true)
                .load();
        Optional<String> newer = newerVersion(flyway.info());
        if (newer.isEmpty()) {
            flyway.migrate();
        }
        return newer;
    }

    /** Flyway accepts a schema that a newer version has migrated; this version's statements would fail on it. */
    private static Optional<String> newerVersion(MigrationInfoService info) {
        List<String> known = Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved())
                .map(migration -> String.valueOf(migration.getVersion()))
                .toList();
        return Arrays.stream(info.applied())
                .map(migration -> String.valueOf(migration.getVersion()))
                .filter(version -> !known.contains(version))
                .reduce((first, last) -> last)
                .map(version -> LocalizedMessage.of(
                                "problem.database.newerSchema", version, known.get(known.size() - 1))
                        .toString());
    }
}
