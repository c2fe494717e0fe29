package dev.tidemark.prober.proxy;

import io.netty.buffer.ByteBuf;

/** What travels over a line, in order: bytes, then at most one ending. */
sealed interface Segment {

    /** How much room it takes on the line. */
    default int size() {
        return 0;
    }

    record Bytes(ByteBuf data) implements Segment {
        @Override
        public int size() {
            return data.readableBytes();
        }
    }

    /** The sender has said all (FIN). */
    record End() implements Segment {}

    /** The sender broke off (RST). */
    record Reset() implements Segment {}
}
