package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The migrations of this program, applied within the transaction of a connection. */
record Schema(Connection connection) {

    /** The migrations of this program, in order. */
    List<Manifest.Migration> known() {
        return Arrays.stream(flyway("latest").info().all())
                .filter(info -> info.getState().isResolved() && info.getVersion() != null)
                .map(Schema::migration)
                .toList();
    }

    /** Creates the tables of a version in an empty schema. */
    void create(String version) {
        flyway(version).migrate();
    }

    private static Manifest.Migration migration(MigrationInfo info) {
        return new Manifest.Migration(info.getVersion().toString(), info.getChecksum());
    }

    private Flyway flyway(String target) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(SharedTransaction.dataSource(connection))
                .loggers(SilentMigrationLog.class.getName())
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }
}
