package dev.tidemark.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes entries of the archive, each with its checksum, in bounded memory. */
final class EntryWriter {
    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final Progress progress;

    EntryWriter(ZipOutputStream zip, Progress progress) {
        this.zip = zip;
        this.progress = progress;
    }

    Manifest.Content write(String name, Source source) throws IOException, java.sql.SQLException {
        zip.putNextEntry(new ZipEntry(name));
        Counting counting = new Counting(zip, progress);
        BufferedOutputStream buffered = new BufferedOutputStream(counting, BUFFER);
        source.writeTo(buffered);
        buffered.flush();
        zip.closeEntry();
        return new Manifest.Content(name, counting.bytes, HexFormat.of().formatHex(counting.digest.digest()));
    }

    /** Something that writes itself to a stream. */
    interface Source {
        void writeTo(OutputStream stream) throws IOException, java.sql.SQLException;
    }

    private static final class Counting extends FilterOutputStream {
        private final MessageDigest digest = Checksums.sha256();
        private final Progress progress;
        private long bytes;

        Counting(OutputStream to, Progress progress) {
            super(to);
            this.progress = progress;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] block, int offset, int length) throws IOException {
            out.write(block, offset, length);
            digest.update(block, offset, length);
            bytes += length;
            progress.add(length);
        }
    }
}
