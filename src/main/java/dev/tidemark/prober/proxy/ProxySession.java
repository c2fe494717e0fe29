package dev.tidemark.prober.proxy;

import dev.tidemark.platform.net.ProtectedServices;
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
 * The SOCKS5 proxy of one browser (no authentication) on a loopback port of its own, which remains the same for all
 * samples. Runs on one event loop, so it needs no locks.
 */
public final class ProxySession implements AutoCloseable {

    private final EventLoop loop;
    private final HostResolver resolver;
    private final ProtectedServices protectedServices;
    private final Clock clock;
    private Channel listener;
    private volatile SampleConnections connections;

    private ProxySession(
            EventLoop loop,
            HostResolver resolver,
            ProtectedServices protectedServices,
            Clock clock,
            ProxySessionSettings settings) {
        this.loop = loop;
        this.resolver = resolver;
        this.protectedServices = protectedServices;
        this.clock = clock;
        this.connections = new SampleConnections(loop, resolver, clock, settings);
    }

    static ProxySession open(
            EventLoop loop,
            HostResolver resolver,
            ProtectedServices protectedServices,
            Clock clock,
            ProxySessionSettings settings) {
        ProxySession session = new ProxySession(loop, resolver, protectedServices, clock, settings);
        session.listen();
        protectedServices.proxyOpened(session.port());
        return session;
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
                        SocksHandler.receive(browser, connections);
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
        runOnLoop(() -> {
            connections.end();
            connections = new SampleConnections(loop, resolver, clock, settings);
            return connections;
        });
    }

    /** Ends a sample: closes every connection. Counters remain available until the next sample begins. */
    public void end() {
        runOnLoop(() -> {
            connections.end();
            return connections;
        });
    }

    /** Connections requested since the sample began, oldest first, at most 2,000. */
    public List<ConnectionRecord> connections() {
        return connections.connections();
    }

    /** Bytes received from servers since the sample began, including TLS and HTTP headers. */
    public long bytesDown() {
        return connections.bytesDown();
    }

    /** Bytes sent to servers since the sample began. */
    public long bytesUp() {
        return connections.bytesUp();
    }

    /** Whether the sample was aborted because more than {@code limitBytes} were received. */
    public boolean isLimitExceeded() {
        return connections.isLimitExceeded();
    }

    /** Number of open sockets on both sides. */
    int openSockets() {
        return connections.openSockets();
    }

    @Override
    public void close() {
        int port = port();
        listener.close().syncUninterruptibly();
        end();
        protectedServices.proxyClosed(port);
    }

    private void runOnLoop(Callable<SampleConnections> task) {
        loop.submit(task).syncUninterruptibly();
    }
}
