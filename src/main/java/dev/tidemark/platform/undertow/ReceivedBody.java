package dev.tidemark.platform.undertow;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.channels.StreamSourceChannel;

/**
 * The body of a request outside of the pool of buffers. An asynchronous servlet ends the exchange, which frees the buffers of the pool, before the
 * rest of the body is read: that fails with "Buffer has already been freed" (UT000091). This one is empty then.
 */
final class ReceivedBody implements PooledByteBuffer {

    private static final int PIECE_BYTES = 16 * 1024;

    private ByteBuffer bytes;
    private boolean open = true;

    private ReceivedBody(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Replaces the pooled buffers of a request that was received completely. */
    static void keep(HttpServerExchange exchange) throws IOException {
        StreamSourceChannel channel = exchange.getRequestChannel();
        if (channel == null) {
            return;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
        while (channel.read(piece) > 0) {
            all.write(piece.array(), 0, piece.position());
            piece.clear();
        }
        Connectors.ungetRequestBytes(exchange, new ReceivedBody(all.toByteArray()));
        Connectors.resetRequestChannel(exchange);
    }

    @Override
    public ByteBuffer getBuffer() {
        return bytes;
    }

    @Override
    public void close() {
        bytes = ByteBuffer.allocate(0);
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
