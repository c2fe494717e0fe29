package dev.tidemark.prober.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/** One direction of one connection: reads from its source as much as link and destination can accept. */
final class ConnectionFlow {

    private final SocketChannel source;
    private final SocketChannel destination;
    private final LinkEmulator link;
    private final IntConsumer counter;
    private final Deque<Segment> waiting = new ArrayDeque<>();
    private int pendingBytes;
    private boolean ended;
    private boolean closed;

    ConnectionFlow(SocketChannel source, SocketChannel destination, LinkEmulator link, IntConsumer counter) {
        this.source = source;
        this.destination = destination;
        this.link = link;
        this.counter = counter;
    }

    void accept(ByteBuf data) {
        counter.accept(data.readableBytes());
        pendingBytes += data.readableBytes();
        enqueue(new Segment.Bytes(data));
        updateAutoRead();
    }

    /** The source has sent its last byte. */
    void end() {
        endWith(new Segment.End());
    }

    /** The source reset the connection. */
    void reset() {
        endWith(new Segment.Reset());
    }

    private void endWith(Segment last) {
        if (!ended) {
            ended = true;
            enqueue(last);
        }
    }

    private void enqueue(Segment segment) {
        if (closed) {
            drop(segment);
        } else if (link.isUnshaped()) {
            forward(segment);
        } else {
            waiting.add(segment);
            if (waiting.size() == 1) {
                link.register(this);
            }
        }
    }

    boolean hasMore() {
        return !waiting.isEmpty();
    }

    /** The next packet for the link. */
    Segment next(int maxBytes) {
        if (waiting.peek() instanceof Segment.Bytes bytes && bytes.size() > maxBytes) {
            return new Segment.Bytes(bytes.data().readRetainedSlice(maxBytes));
        }
        return waiting.poll();
    }

    /** Delivers data that has arrived at the end of the emulated link. */
    void deliver(Segment segment) {
        forward(segment);
        flush();
    }

    /** Flushes the delivered data with a single system call. */
    void flush() {
        destination.flush();
    }

    private void forward(Segment segment) {
        pendingBytes -= segment.size();
        if (segment instanceof Segment.Bytes bytes) {
            write(bytes);
        } else {
            destination.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> finish(segment));
        }
    }

    private void write(Segment.Bytes bytes) {
        if (closed) {
            bytes.data().release();
            return;
        }
        destination.write(bytes.data()).addListener(sent -> {
            if (!sent.isSuccess()) {
                close();
            }
        });
        updateAutoRead();
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

    /** Resumes or pauses reading. A closed flow reads on to detect the end of its source. */
    void updateAutoRead() {
        source.config().setAutoRead(closed || pendingBytes < link.window() && destination.isWritable());
    }

    /** The destination accepts no more data. */
    void close() {
        if (!closed) {
            closed = true;
            pendingBytes = 0;
            updateAutoRead();
        }
    }

    /** Discards data that waits for the link. */
    void discard() {
        waiting.forEach(this::drop);
        waiting.clear();
    }

    void drop(Segment segment) {
        if (segment instanceof Segment.Bytes bytes) {
            bytes.data().release();
        }
    }
}
