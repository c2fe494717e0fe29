package dev.tidemark.launcher.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports what is read as progress. */
final class CountingInput extends FilterInputStream {
    private final Progress progress;

    CountingInput(InputStream from, Progress progress) {
        super(from);
        this.progress = progress;
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        int n = in.read(block, offset, length);
        progress.add(Math.max(n, 0));
        return n;
    }
}
