package dev.tidemark.prober.response;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Decodes {@code deflate}: the zlib format, and the bare deflate data that some servers send instead (RFC 9110 8.4.1.2). */
final class WholeDeflateStream extends InflaterInputStream implements ContentCoding.Bounded {

    private static final int METHOD_MASK = 0x0F;
    private static final int DEFLATE = 8;
    private static final int CHECK = 31;
    private static final int BYTE = 256;

    WholeDeflateStream(byte[] encoded) {
        super(new ByteArrayInputStream(encoded), new Inflater(!isZlib(encoded)), encoded.length);
    }

    /** By the two bytes of the header (RFC 1950 2.2). */
    private static boolean isZlib(byte[] encoded) {
        if (encoded.length < 2 || (encoded[0] & METHOD_MASK) != DEFLATE) {
            return false;
        }
        return (Byte.toUnsignedInt(encoded[0]) * BYTE + Byte.toUnsignedInt(encoded[1])) % CHECK == 0;
    }

    @Override
    public void verifyEnd() throws IOException {
        if (inf.getRemaining() > 0) {
            throw new ZipException("Data after the end of the compressed data");
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        inf.end();
    }
}
