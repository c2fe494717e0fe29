package dev.tidemark.prober.proxy;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One browser's way out: a SOCKS5 proxy (no authentication) on a loopback port of its own, which stays the same while
 * samples come and go. All of it happens on one event loop, so nothing in it needs a lock.
 */
public final class ProxySession implements AutoCloseable {

    private final EventLoop loop;
    private final HostResolver names;
    private final ProtectedServices own;
    private final Clock clock;
    private Channel listener;
    private volatile SampleConnections traffic;

    private ProxySession(
            EventLoop loop, HostResolver names, ProtectedServices own, Clock clock, ProxySessionSettings first) {
        this.loop = loop;
        this.names = names;
        this.own = own;
        this.clock = clock;
        this.traffic = new SampleConnections(loop, names, clock, first);
    }

    static ProxySession open(
            EventLoop loop, HostResolver names, ProtectedServices own, Clock clock, ProxySessionSettings first) {
        ProxySession passage = new ProxySession(loop, names, own, clock, first);
        passage.listen();
        own.proxyOpened(passage.port());
        return passage;
    }

    private void listen() {
        listener = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel browser) {
                        SocksHandler.receive(browser, traffic);
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    /** The proxy's port on 127.0.0.1. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /**
     * Starts a sample: closes remaining connections, clears the DNS cache and counters, and applies new network
     * conditions.
     */
    public void begin(ProxySessionSettings settings) {
        onLoop(() -> {
            traffic.end();
            traffic = new SampleConnections(loop, names, clock, settings);
            return traffic;
        });
    }

    /** Ends a sample: closes every connection. Counters remain available until the next sample begins. */
    public void end() {
        onLoop(() -> {
            traffic.end();
            return traffic;
        });
    }

    /** Connections requested since the sample began, oldest first, at most 2,000. */
    public List<ConnectionRecord> connections() {
        return traffic.connections();
    }

    /** Bytes that came in from servers since the sample began, TLS and HTTP headers counted. */
    public long bytesDown() {
        return traffic.bytesDown();
    }

    /** Bytes that went out to servers since the sample began. */
    public long bytesUp() {
        return traffic.bytesUp();
    }

    /** Whether the sample was cut off because more than {@code limitBytes} came in. */
    public boolean isLimitExceeded() {
        return traffic.isLimitExceeded();
    }

    /** How many sockets are open now, on both sides. */
    int openSockets() {
        return traffic.openSockets();
    }

    @Override
    public void close() {
        int port = port();
        listener.close().syncUninterruptibly();
        end();
        own.proxyClosed(port);
    }

    private void onLoop(Callable<SampleConnections> change) {
        loop.submit(change).syncUninterruptibly();
    }
}
