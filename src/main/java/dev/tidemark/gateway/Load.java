package dev.tidemark.gateway;

import io.netty.buffer.ByteBuf;

/** What travels over a line, in order: bytes, then at most one ending. */
sealed interface Load {

    /** How much room it takes on the line. */
    default int size() {
        return 0;
    }

    record Bytes(ByteBuf data) implements Load {
        @Override
        public int size() {
            return data.readableBytes();
        }
    }

    /** The sender has said all (FIN). */
    record End() implements Load {}

    /** The sender broke off (RST). */
    record Reset() implements Load {}
}
