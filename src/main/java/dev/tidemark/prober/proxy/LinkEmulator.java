package dev.tidemark.prober.proxy;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One direction of the emulated link, shared by all connections of a sample: they send one packet at a time in
 * round-robin order at the bandwidth of the link; each packet arrives one latency after its last bit was sent. Used
 * on one event loop only.
 *
 * <p>Times are calculated rather than measured: a late timer delays a packet but not its successors, so the average
 * bandwidth is exact even on a busy machine.
 */
final class LinkEmulator {

    /**
     * Timers of the event loop have a resolution of 1 ms: whatever is due within half of that is done now, so
     * that errors cancel out.
     */
    static final long SLACK = 500_000;

    private static final int PACKET = 1_460;
    private static final int SMALLEST_WINDOW = 64 * 1024;
    private static final int LARGEST_WINDOW = 8 * 1024 * 1024;
    private static final double NANOS_PER_MILLI = 1e6;

    private final EventLoop loop;
    private final double nanosPerByte;
    private final long latency;
    private final int quantum;
    private final int window;
    private final Deque<ConnectionFlow> turns = new ArrayDeque<>();
    private final Deque<Parcel> travelling = new ArrayDeque<>();
    private double freeAt = System.nanoTime();
    private long wakeAt = Long.MAX_VALUE;
    private ScheduledFuture<?> wake;

    /**
     * @param kbps 0: not limited
     * @param latency one way, ns
     */
    LinkEmulator(EventLoop loop, int kbps, long latency) {
        this.loop = loop;
        this.latency = latency;
        this.nanosPerByte = kbps == 0 ? 0 : 8 * NANOS_PER_MILLI / kbps;
        this.quantum = kbps == 0 ? Integer.MAX_VALUE : Math.max(PACKET, (int) (NANOS_PER_MILLI / nanosPerByte));
        this.window = window(kbps);
    }

    /** Enough for one connection to fill the line, so that waiting data stays with the sender and memory is bounded. */
    private int window(int kbps) {
        if (kbps == 0) {
            return LARGEST_WINDOW;
        }
        double underWay = latency / nanosPerByte;
        return (int) Math.max(SMALLEST_WINDOW, Math.min(LARGEST_WINDOW, 4 * underWay));
    }

    /** Whether the link adds no delay, so that data may be passed on immediately. */
    boolean isUnshaped() {
        return nanosPerByte == 0 && latency == 0;
    }

    /** How many bytes a connection may have on the line before its sender must wait. */
    int window() {
        return window;
    }

    /** Registers a connection that has data to send; it stays in the queue until all of it is sent. */
    void queue(ConnectionFlow flow) {
        if (turns.isEmpty()) {
            freeAt = Math.max(freeAt, System.nanoTime());
        }
        turns.add(flow);
        pump();
    }

    private void pump() {
        long now = System.nanoTime();
        while (!turns.isEmpty() && freeAt - SLACK <= now) {
            send(turns.poll());
        }
        while (!travelling.isEmpty() && travelling.peek().arrivesAt() - SLACK <= now) {
            Parcel parcel = travelling.poll();
            parcel.flow().deliver(parcel.load());
        }
        wakeIn(now);
    }

    private void send(ConnectionFlow flow) {
        Segment load = flow.take(quantum);
        freeAt += load.size() * nanosPerByte;
        travelling.add(new Parcel(flow, load, (long) freeAt + latency));
        if (flow.hasMore()) {
            turns.add(flow);
        }
    }

    private void wakeIn(long now) {
        long next = Math.min(
                turns.isEmpty() ? Long.MAX_VALUE : (long) freeAt,
                travelling.isEmpty() ? Long.MAX_VALUE : travelling.peek().arrivesAt());
        if (next == Long.MAX_VALUE || next >= wakeAt) {
            return;
        }
        if (wake != null) {
            wake.cancel(false);
        }
        wakeAt = next;
        wake = loop.schedule(this::awake, Math.max(0, next - SLACK - now), TimeUnit.NANOSECONDS);
    }

    private void awake() {
        wakeAt = Long.MAX_VALUE;
        pump();
    }

    /** Discards packets in transit. */
    void clear() {
        turns.forEach(ConnectionFlow::discard);
        turns.clear();
        travelling.forEach(parcel -> parcel.flow().drop(parcel.load()));
        travelling.clear();
    }

    private record Parcel(ConnectionFlow flow, Segment load, long arrivesAt) {}
}
