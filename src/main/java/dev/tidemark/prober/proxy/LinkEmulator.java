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
    static final long TIMER_TOLERANCE = 500_000;

    private static final int PACKET = 1_460;
    private static final int MIN_WINDOW = 64 * 1024;
    private static final int MAX_WINDOW = 8 * 1024 * 1024;
    private static final double NANOS_PER_MILLI = 1e6;

    private final EventLoop loop;
    private final double nanosPerByte;
    private final long latency;
    private final int quantum;
    private final int window;
    private final Deque<ConnectionFlow> senders = new ArrayDeque<>();
    private final Deque<Parcel> inTransit = new ArrayDeque<>();
    private double freeAt = System.nanoTime();
    private long wakeAt = Long.MAX_VALUE;
    private ScheduledFuture<?> wake;

    /**
     * @param kbps bandwidth; 0 for unlimited
     * @param latency one way, ns
     */
    LinkEmulator(EventLoop loop, int kbps, long latency) {
        this.loop = loop;
        this.latency = latency;
        this.nanosPerByte = kbps == 0 ? 0 : 8 * NANOS_PER_MILLI / kbps;
        this.quantum = kbps == 0 ? Integer.MAX_VALUE : Math.max(PACKET, (int) (NANOS_PER_MILLI / nanosPerByte));
        this.window = window(kbps);
    }

    /** Enough for one connection to saturate the link; the rest stays with the sender, which limits memory. */
    private int window(int kbps) {
        if (kbps == 0) {
            return MAX_WINDOW;
        }
        double inFlight = latency / nanosPerByte;
        return (int) Math.max(MIN_WINDOW, Math.min(MAX_WINDOW, 4 * inFlight));
    }

    /** Whether the link adds no delay, so that data may be passed on immediately. */
    boolean isUnshaped() {
        return nanosPerByte == 0 && latency == 0;
    }

    /** Maximum bytes of a connection in flight before its sender must wait. */
    int window() {
        return window;
    }

    /** Registers a connection that has data to send; it stays in the queue until all of it is sent. */
    void register(ConnectionFlow flow) {
        if (senders.isEmpty()) {
            freeAt = Math.max(freeAt, System.nanoTime());
        }
        senders.add(flow);
        process();
    }

    private void process() {
        long now = System.nanoTime();
        while (!senders.isEmpty() && freeAt - TIMER_TOLERANCE <= now) {
            send(senders.poll());
        }
        while (!inTransit.isEmpty() && inTransit.peek().arrivesAt() - TIMER_TOLERANCE <= now) {
            Parcel parcel = inTransit.poll();
            parcel.flow().deliver(parcel.segment());
        }
        wakeIn(now);
    }

    private void send(ConnectionFlow flow) {
        Segment segment = flow.next(quantum);
        freeAt += segment.size() * nanosPerByte;
        inTransit.add(new Parcel(flow, segment, (long) freeAt + latency));
        if (flow.hasMore()) {
            senders.add(flow);
        }
    }

    private void wakeIn(long now) {
        long next = Math.min(
                senders.isEmpty() ? Long.MAX_VALUE : (long) freeAt,
                inTransit.isEmpty() ? Long.MAX_VALUE : inTransit.peek().arrivesAt());
        if (next == Long.MAX_VALUE || next >= wakeAt) {
            return;
        }
        if (wake != null) {
            wake.cancel(false);
        }
        wakeAt = next;
        wake = loop.schedule(this::wakeUp, Math.max(0, next - TIMER_TOLERANCE - now), TimeUnit.NANOSECONDS);
    }

    private void wakeUp() {
        wakeAt = Long.MAX_VALUE;
        process();
    }

    /** Discards packets in transit. */
    void clear() {
        senders.forEach(ConnectionFlow::discard);
        senders.clear();
        inTransit.forEach(parcel -> parcel.flow().drop(parcel.segment()));
        inTransit.clear();
    }

    private record Parcel(ConnectionFlow flow, Segment segment, long arrivesAt) {}
}
