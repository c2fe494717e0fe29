package dev.tidemark.platform.audit;

import dev.tidemark.platform.runtime.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * All entries of a query as lines, newest first, read in batches, so that an export needs little memory.
 *
 * @param header before the lines
 * @param line of an entry
 */
record AuditExport(
        AuditReader reader, AuditQuery query, Optional<Long> after, String header, Function<AuditEntry, String> line) {

    private static final int BATCH = 500;

    void write(OutputStream output) throws IOException {
        Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        writer.write(header);
        Optional<Long> last = after;
        do {
            Page<AuditEntry> page = reader.pageAfter(query, last, BATCH);
            for (AuditEntry entry : page.items()) {
                writer.write(line.apply(entry));
            }
            last = page.next().map(Long::valueOf);
        } while (last.isPresent());
        writer.flush();
    }
}
