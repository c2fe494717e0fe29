package dev.tidemark.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/** One direction of one connection: reads no more from its source than the line and the destination can take. */
final class Flow {

    private final SocketChannel source;
    private final SocketChannel destination;
    private final Line line;
    private final IntConsumer count;
    private final Deque<Load> waiting = new ArrayDeque<>();
    private int held;
    private boolean over;
    private boolean closed;

    Flow(SocketChannel source, SocketChannel destination, Line line, IntConsumer count) {
        this.source = source;
        this.destination = destination;
        this.line = line;
        this.count = count;
    }

    void accept(ByteBuf data) {
        count.accept(data.readableBytes());
        held += data.readableBytes();
        enter(new Load.Bytes(data));
        adjust();
    }

    /** The source has said all. */
    void end() {
        finishWith(new Load.End());
    }

    /** The source broke off. */
    void reset() {
        finishWith(new Load.Reset());
    }

    private void finishWith(Load last) {
        if (!over) {
            over = true;
            enter(last);
        }
    }

    private void enter(Load load) {
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
    Load take(int atMost) {
        if (waiting.peek() instanceof Load.Bytes bytes && bytes.size() > atMost) {
            return new Load.Bytes(bytes.data().readRetainedSlice(atMost));
        }
        return waiting.poll();
    }

    /** Hands over what has arrived at the end of the line. */
    void deliver(Load load) {
        handOver(load);
        flush();
    }

    /** Sends what was handed over since, in one call of the system. */
    void flush() {
        destination.flush();
    }

    private void handOver(Load load) {
        held -= load.size();
        if (load instanceof Load.Bytes bytes) {
            hand(bytes);
        } else {
            destination.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> finish(load));
        }
    }

    private void hand(Load.Bytes bytes) {
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

    private void finish(Load last) {
        if (last instanceof Load.Reset) {
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

    /** Drops what waits for the line. */
    void discard() {
        waiting.forEach(this::drop);
        waiting.clear();
    }

    void drop(Load load) {
        if (load instanceof Load.Bytes bytes) {
            bytes.data().release();
        }
    }
}
