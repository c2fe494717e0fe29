package dev.tidemark.prober.response;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/** The content codings of HTTP (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1">RFC 9110</a>) that are decoded. */
enum ContentCoding {
    IDENTITY("identity"),
    GZIP("gzip", "x-gzip"),
    DEFLATE("deflate"),
    BROTLI("br"),
    ZSTD("zstd");

    private final List<String> names;

    ContentCoding(String... names) {
        this.names = List.of(names);
    }

    static Optional<ContentCoding> of(String name) {
        return Arrays.stream(values())
                .filter(coding -> coding.names.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * The decoded content, at most {@code limit + 1} bytes of it.
     *
     * @throws IOException if the bytes are not in this coding, or end before its end
     */
    byte[] decode(byte[] encoded, int limit) throws IOException {
        try (InputStream stream = open(encoded)) {
            byte[] decoded = stream.readNBytes(limit + 1);
            if (decoded.length <= limit && stream instanceof Bounded bounded) {
                bounded.verifyEnd();
            }
            return decoded;
        } catch (RuntimeException malformed) {
            // The decoders differ in the exceptions for malformed data.
            throw new IOException(malformed);
        }
    }

    private InputStream open(byte[] encoded) throws IOException {
        return switch (this) {
            case IDENTITY -> new ByteArrayInputStream(encoded);
            case GZIP -> new WholeGzipStream(encoded);
            case DEFLATE -> new WholeDeflateStream(encoded);
            case BROTLI -> new BrotliInputStream(new ByteArrayInputStream(encoded));
            case ZSTD -> new ZstdInputStream(new ByteArrayInputStream(encoded));
        };
    }

    /** A stream that can tell whether its input ends where the content ends. */
    interface Bounded {
        void verifyEnd() throws IOException;
    }
}
