package dev.tidemark.prober.proxy;

import io.netty.buffer.ByteBuf;

/** Data sent over a link, in order: bytes, then at most one end marker. */
sealed interface Segment {

    /** Bytes on the link. */
    default int size() {
        return 0;
    }

    record Bytes(ByteBuf data) implements Segment {
        @Override
        public int size() {
            return data.readableBytes();
        }
    }

    /** End of the stream (FIN). */
    record End() implements Segment {}

    /** The sender reset the connection (RST). */
    record Reset() implements Segment {}
}
