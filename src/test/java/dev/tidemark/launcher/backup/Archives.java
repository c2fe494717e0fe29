package dev.tidemark.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Changed copies of backups. */
final class Archives {
    private Archives() {}

    /** A copy with another manifest. */
    static void withManifest(Path from, Path to, UnaryOperator<String> change) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = zip.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    copy.write(
                            entry.getName().equals(Manifest.ENTRY)
                                    ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : bytes);
                }
                copy.closeEntry();
            }
        }
    }

    /** A copy whose manifest has another number of rows for a table. */
    static void withRowCount(Path from, Path to, String table, int rows) throws IOException {
        withManifest(
                from,
                to,
                json -> json.replaceFirst(
                        "(\"name\" : \"" + table + "\",\\s+\"columns\" : \\[[^\\]]*\\],\\s+\"rows\" : )\\d+",
                        "$1" + rows));
    }
}
