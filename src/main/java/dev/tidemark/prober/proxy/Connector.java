package dev.tidemark.prober.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Establishes one connection: resolves the name, applies the address policy, and connects to exactly the permitted
 * addresses. They are tried in the order of the resolver, the next one after a failure or 250 ms (RFC 8305, without
 * sorting).
 */
final class Connector {

    private static final long NEXT_ADDRESS_AFTER_MILLIS = 250;
    private static final int CONNECT_TIMEOUT_MILLIS = 20_000;
    private static final int MAX_ADDRESSES = 8;

    private final SampleConnections traffic;
    private final String host;
    private final int port;
    private final ConnectAttempt attempt;
    private final Deque<InetAddress> remaining = new ArrayDeque<>();
    private final CompletableFuture<SocketChannel> result = new CompletableFuture<>();
    private Optional<Failure> mostSpecific = Optional.empty();
    private int pending;

    Connector(SampleConnections traffic, String host, int port) {
        this.traffic = traffic;
        this.host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        this.port = port;
        this.attempt = traffic.connectionRequested(host, port);
    }

    /** Completes on the event loop, with a channel that does not read yet or with a {@link ConnectionFailedException}. */
    CompletableFuture<SocketChannel> start() {
        addresses()
                .thenCompose(all -> traffic.resolver().permitted(all, port))
                .whenCompleteAsync(this::connectTo, traffic.loop());
        return result;
    }

    private CompletableFuture<List<InetAddress>> addresses() {
        String lower = host.toLowerCase(Locale.ROOT);
        String name = traffic.settings().hosts().getOrDefault(lower, lower);
        Optional<List<InetAddress>> known = HostResolver.literal(name);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        boolean first = !traffic.hasLookedUp(name);
        return traffic.lookUp(name).whenComplete((found, failure) -> {
            if (first) {
                attempt.resolved();
            }
        });
    }

    private void connectTo(List<InetAddress> permitted, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            attempt.failed(ConnectFailure.DNS_FAILURE, String.valueOf(cause.getMessage()));
            result.completeExceptionally(new ConnectionFailedException(ConnectFailure.DNS_FAILURE));
        } else if (permitted.isEmpty()) {
            attempt.failed(ConnectFailure.BLOCKED, "");
            result.completeExceptionally(new ConnectionFailedException(ConnectFailure.BLOCKED));
        } else {
            permitted.stream().limit(MAX_ADDRESSES).forEach(remaining::add);
            attempt.connecting();
            next();
        }
    }

    private void next() {
        if (result.isDone() || remaining.isEmpty()) {
            return;
        }
        InetAddress address = remaining.poll();
        pending++;
        ChannelFuture connect = new Bootstrap()
                .group(traffic.loop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(new InetSocketAddress(address, port));
        traffic.register(connect.channel());
        connect.addListener(done -> traffic.runAfterRoundTrip(() -> settled(address, connect)));
        if (!remaining.isEmpty()) {
            traffic.loop().schedule(this::next, NEXT_ADDRESS_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void settled(InetAddress address, ChannelFuture connect) {
        pending--;
        if (result.isDone()) {
            connect.channel().close();
        } else if (connect.isSuccess()) {
            attempt.connected(address);
            result.complete((SocketChannel) connect.channel());
        } else {
            record(new Failure(address, connect.cause()));
            next();
            failWhenNoneIsLeft();
        }
    }

    private void record(Failure failure) {
        if (mostSpecific.isEmpty()
                || failure.kind().compareTo(mostSpecific.get().kind()) < 0) {
            mostSpecific = Optional.of(failure);
        }
    }

    private void failWhenNoneIsLeft() {
        if (pending > 0 || mostSpecific.isEmpty() || result.isDone()) {
            return;
        }
        Failure failure = mostSpecific.get();
        if (!(failure.cause() instanceof ClosedChannelException)) {
            attempt.failed(failure.address(), failure.kind(), failure.message());
        }
        result.completeExceptionally(new ConnectionFailedException(failure.kind()));
    }

    /** Of several failures the most specific one is reported: refused before timeout before unreachable. */
    private record Failure(InetAddress address, Throwable cause) {

        ConnectFailure kind() {
            return ConnectFailureClassifier.kind(cause);
        }

        String message() {
            return ConnectFailureClassifier.message(cause);
        }
    }
}
