package dev.tidemark.launcher.backup;

import java.util.List;

/**
 * The contents of a backup, as {@code manifest.json} in the archive.
 *
 * @param kind always {@value #KIND}
 * @param format version of the archive's layout
 * @param product version of Tidemark that wrote the backup
 * @param schema version of the last migration of the database
 * @param createdAt ISO 8601 instant: all rows are of this point in time
 * @param postgres version of the database server
 * @param encryptionKey ids of the keys that the secrets in the database are encrypted with, which are not in the backup; empty without any
 * @param migrations the applied migrations, in order
 * @param tables all tables; a partitioned one is one entry
 * @param files probe files and settings
 */
public record Manifest(
        String kind,
        int format,
        String product,
        String schema,
        String createdAt,
        String postgres,
        String encryptionKey,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Content> files) {
    static final String KIND = "tidemark-backup";
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    public Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
    }

    /** Number of rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Size of all contents before compression. */
    public long bytes() {
        return tables.stream().mapToLong(table -> table.content().bytes()).sum()
                + files.stream().mapToLong(Content::bytes).sum();
    }

    /**
     * An entry of the archive.
     *
     * @param sha256 checksum of the uncompressed content, in hexadecimal
     */
    public record Content(String entry, long bytes, String sha256) {}

    /** A migration script of the database; null values as Flyway stores them for baselines. */
    record Migration(String version, Integer checksum) {}

    /** Rows of a table in PostgreSQL's binary COPY format. */
    record Table(String name, List<String> columns, long rows, List<Partition> partitions, Content content) {
        Table {
            columns = List.copyOf(columns);
            partitions = List.copyOf(partitions);
        }
    }

    /** @param bound as in {@code CREATE TABLE ... PARTITION OF}: {@code FOR VALUES FROM ... TO ...} */
    record Partition(String name, String bound) {}

    record Sequence(String name, long last, boolean called) {}
}
