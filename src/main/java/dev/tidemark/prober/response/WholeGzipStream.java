package dev.tidemark.prober.response;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Decodes gzip (RFC 1952): members with intact checksums and lengths, and nothing after the last one. */
final class WholeGzipStream extends GZIPInputStream implements ContentCoding.Bounded {

    private static final int TRAILER = 8;

    WholeGzipStream(byte[] encoded) throws IOException {
        super(new ByteArrayInputStream(encoded), encoded.length);
    }

    /** The whole input is in one buffer, so what the decompressor has left is the trailer of the last member and all after it. */
    @Override
    public void verifyEnd() throws IOException {
        if (inf.getRemaining() > TRAILER) {
            throw new ZipException("Data after the end of the compressed data");
        }
    }
}
