package dev.tidemark.prober.proxy;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The traffic of one sample: emulated link, resolved names, connections and their log. */
final class SampleConnections {

    private static final int MAX_LOG = 2_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final EventLoop loop;
    private final HostResolver resolver;
    private final Clock clock;
    private final ProxySessionSettings settings;
    private final LinkEmulator down;
    private final LinkEmulator up;
    private final ChannelGroup channels;
    private final Map<String, CompletableFuture<List<InetAddress>>> lookups = new HashMap<>();
    private final List<ConnectAttempt> log = new CopyOnWriteArrayList<>();
    private final AtomicLong bytesDown = new AtomicLong();
    private final AtomicLong bytesUp = new AtomicLong();
    private volatile boolean limitExceeded;
    private boolean ended;

    SampleConnections(EventLoop loop, HostResolver resolver, Clock clock, ProxySessionSettings settings) {
        this.loop = loop;
        this.resolver = resolver;
        this.clock = clock;
        this.settings = settings;
        long oneWay = settings.network().rttMillis() * NANOS_PER_MILLI / 2;
        this.down = new LinkEmulator(loop, settings.network().downKbps(), oneWay);
        this.up = new LinkEmulator(loop, settings.network().upKbps(), oneWay);
        this.channels = new DefaultChannelGroup(loop);
    }

    LinkEmulator down() {
        return down;
    }

    LinkEmulator up() {
        return up;
    }

    ProxySessionSettings settings() {
        return settings;
    }

    HostResolver resolver() {
        return resolver;
    }

    EventLoop loop() {
        return loop;
    }

    ConnectAttempt connectionRequested(String host, int port) {
        ConnectAttempt attempt = new ConnectAttempt(ConnectionRecord.requested(clock.instant(), host, port));
        if (log.size() < MAX_LOG) {
            log.add(attempt);
        }
        return attempt;
    }

    /** Registers a channel to be closed at the end of the sample. */
    void register(Channel channel) {
        if (ended) {
            channel.close();
        } else {
            channels.add(channel);
        }
    }

    /** Resolves a name once per sample; as on a real network, the first lookup costs a round trip. */
    CompletableFuture<List<InetAddress>> lookUp(String name) {
        return lookups.computeIfAbsent(name, unknown -> afterRoundTrip(resolver.resolve(unknown)));
    }

    boolean hasLookedUp(String name) {
        return lookups.containsKey(name);
    }

    /** The same result, on the event loop, one emulated round trip later. */
    <T> CompletableFuture<T> afterRoundTrip(CompletableFuture<T> source) {
        CompletableFuture<T> delayed = new CompletableFuture<>();
        source.whenComplete((result, failure) -> runAfterRoundTrip(() -> {
            if (failure == null) {
                delayed.complete(result);
            } else {
                delayed.completeExceptionally(failure);
            }
        }));
        return delayed;
    }

    /** Runs a task on the event loop after one emulated round trip. */
    void runAfterRoundTrip(Runnable task) {
        long rtt = settings.network().rttMillis();
        if (rtt == 0) {
            loop.execute(task);
        } else {
            loop.schedule(task, rtt * NANOS_PER_MILLI - LinkEmulator.TIMER_TOLERANCE, TimeUnit.NANOSECONDS);
        }
    }

    void sent(int bytes) {
        bytesUp.addAndGet(bytes);
    }

    void received(int bytes) {
        if (bytesDown.addAndGet(bytes) > settings.limitBytes() && !limitExceeded) {
            limitExceeded = true;
            loop.execute(this::end);
        }
    }

    void end() {
        ended = true;
        channels.close();
        down.clear();
        up.clear();
    }

    List<ConnectionRecord> connections() {
        return log.stream().map(ConnectAttempt::record).toList();
    }

    long bytesDown() {
        return bytesDown.get();
    }

    long bytesUp() {
        return bytesUp.get();
    }

    boolean isLimitExceeded() {
        return limitExceeded;
    }

    int openSockets() {
        return channels.size();
    }
}
