package dev.tidemark.storage.run;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Rows in PostgreSQL's binary COPY format (<a href="https://www.postgresql.org/docs/current/sql-copy.html">format</a>), sent in
 * large blocks: the fastest way to insert.
 */
final class CopyWriter implements AutoCloseable {
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int PIECE = 1 << 18;

    private final CopyIn copy;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * PIECE);
    private final DataOutputStream out = new DataOutputStream(bytes);

    CopyWriter(Connection connection, String tableAndColumns) throws SQLException {
        copy = new CopyManager(connection.unwrap(BaseConnection.class))
                .copyIn("COPY " + tableAndColumns + " FROM STDIN (FORMAT binary)");
        bytes.writeBytes(HEADER);
    }

    /** Strings, booleans, Short, Integer, Long, Double, Instant, UUID, byte[], {@link Jsonb} or null. */
    void add(Object... fields) throws SQLException {
        try {
            out.writeShort(fields.length);
            for (Object field : fields) {
                write(field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.size() > PIECE) {
            send();
        }
    }

    @Override
    public void close() throws SQLException {
        bytes.writeBytes(new byte[] {-1, -1});
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        byte[] piece = bytes.toByteArray();
        copy.writeToCopy(piece, 0, piece.length);
        bytes.reset();
    }

    private void write(Object field) throws IOException {
        if (field == null) {
            out.writeInt(-1);
        } else if (field instanceof Short number) {
            out.writeInt(Short.BYTES);
            out.writeShort(number);
        } else if (field instanceof Integer number) {
            out.writeInt(Integer.BYTES);
            out.writeInt(number);
        } else if (field instanceof Long number) {
            eight(number);
        } else if (field instanceof Double number) {
            eight(Double.doubleToRawLongBits(number));
        } else if (field instanceof Instant instant) {
            eight(ChronoUnit.MICROS.between(EPOCH, instant));
        } else if (field instanceof UUID id) {
            out.writeInt(2 * Long.BYTES);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        } else if (field instanceof Boolean yes) {
            out.writeInt(1);
            out.writeBoolean(yes);
        } else {
            text(field);
        }
    }

    private void text(Object field) throws IOException {
        boolean json = field instanceof Jsonb;
        byte[] content = field instanceof byte[] raw ? raw : field.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(content.length + (json ? 1 : 0));
        if (json) {
            out.writeByte(1);
        }
        out.write(content);
    }

    private void eight(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    record Jsonb(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
