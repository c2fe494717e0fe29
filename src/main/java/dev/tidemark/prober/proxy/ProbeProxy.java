package dev.tidemark.prober.proxy;

import dev.tidemark.platform.net.AddressPolicy;
import dev.tidemark.platform.net.OutboundSettings;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Opens proxy sessions, through which all traffic of probes passes. Entry point of the package.
 *
 * <p>Owns its threads: an event loop keeps one thread, and a DNS lookup blocks a thread for as long as the
 * name server does not respond, which managed executors are not made for.
 */
@ApplicationScoped
public class ProbeProxy implements AutoCloseable {

    private static final int LOOPS = 2;
    private static final int LOOKUPS = 16;

    private final OutboundSettings settings;
    private final Clock clock;
    private final EventLoopGroup loops;
    private final ExecutorService lookups;

    @Inject
    public ProbeProxy(OutboundSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.loops = new MultiThreadIoEventLoopGroup(
                LOOPS, new DefaultThreadFactory("tidemark-gateway", true), NioIoHandler.newFactory());
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                LOOKUPS,
                LOOKUPS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("tidemark-lookup", true));
        pool.allowCoreThreadTimeOut(true);
        this.lookups = pool;
    }

    /** Validates the settings at startup. */
    void check(@Observes Startup event) {
        policy();
    }

    /** Opens a proxy session for one browser, with its own traffic counters. */
    public ProxySession open(ProxySessionSettings sessionSettings) {
        HostResolver resolver = new HostResolver(settings.policy(), lookups);
        return ProxySession.open(loops.next(), resolver, settings.own(), clock, sessionSettings);
    }

    /** The policy for addresses. */
    public AddressPolicy policy() {
        return settings.policy();
    }

    @PreDestroy
    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        lookups.shutdownNow();
    }
}
