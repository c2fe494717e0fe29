package dev.tidemark.prober.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/** One direction of one connection: reads no more from its source than the line and the destination can take. */
final class ConnectionFlow {

    private final SocketChannel source;
    private final SocketChannel destination;
    private final LinkEmulator line;
    private final IntConsumer count;
    private final Deque<Segment> waiting = new ArrayDeque<>();
    private int held;
    private boolean over;
    private boolean closed;

    ConnectionFlow(SocketChannel source, SocketChannel destination, LinkEmulator line, IntConsumer count) {
        this.source = source;
        this.destination = destination;
        this.line = line;
        this.count = count;
    }

    void accept(ByteBuf data) {
        count.accept(data.readableBytes());
        held += data.readableBytes();
        enter(new Segment.Bytes(data));
        adjust();
    }

    /** The source has sent its last byte. */
    void end() {
        finishWith(new Segment.End());
    }

    /** The source broke off. */
    void reset() {
        finishWith(new Segment.Reset());
    }

    private void finishWith(Segment last) {
        if (!over) {
            over = true;
            enter(last);
        }
    }

    private void enter(Segment load) {
        if (closed) {
            drop(load);
        } else if (line.isUnshaped()) {
            handOver(load);
        } else {
            waiting.add(load);
            if (waiting.size() == 1) {
                line.queue(this);
            }
        }
    }

    boolean hasMore() {
        return !waiting.isEmpty();
    }

    /** The next packet for the line. */
    Segment take(int atMost) {
        if (waiting.peek() instanceof Segment.Bytes bytes && bytes.size() > atMost) {
            return new Segment.Bytes(bytes.data().readRetainedSlice(atMost));
        }
        return waiting.poll();
    }

    /** Delivers data that has arrived at the end of the emulated link. */
    void deliver(Segment load) {
        handOver(load);
        flush();
    }

    /** Flushes the delivered data with a single system call. */
    void flush() {
        destination.flush();
    }

    private void handOver(Segment load) {
        held -= load.size();
        if (load instanceof Segment.Bytes bytes) {
            hand(bytes);
        } else {
            destination.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> finish(load));
        }
    }

    private void hand(Segment.Bytes bytes) {
        if (closed) {
            bytes.data().release();
            return;
        }
        destination.write(bytes.data()).addListener(sent -> {
            if (!sent.isSuccess()) {
                close();
            }
        });
        adjust();
    }

    private void finish(Segment last) {
        if (last instanceof Segment.Reset) {
            reset(destination);
            source.close();
            return;
        }
        if (destination.isActive()) {
            destination.shutdownOutput();
        }
        if (source.isOutputShutdown() || !destination.isActive()) {
            source.close();
            destination.close();
        }
    }

    private static void reset(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    /** Reads on or pauses. A closed flow reads on, to learn how its source ends. */
    void adjust() {
        source.config().setAutoRead(closed || held < line.window() && destination.isWritable());
    }

    /** The destination takes nothing any more. */
    void close() {
        if (!closed) {
            closed = true;
            held = 0;
            adjust();
        }
    }

    /** Discards data that waits for the link. */
    void discard() {
        waiting.forEach(this::drop);
        waiting.clear();
    }

    void drop(Segment load) {
        if (load instanceof Segment.Bytes bytes) {
            bytes.data().release();
        }
    }
}
