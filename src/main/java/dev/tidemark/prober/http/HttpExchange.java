package dev.tidemark.prober.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http2.HttpConversionUtil;
import io.netty.handler.proxy.Socks5ProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Sends one request over a new connection through the proxy. */
final class HttpExchange {

    private final EventLoopGroup loops;
    private final HttpRequestSpec request;
    private final Duration timeout;
    private final ExchangeState state = new ExchangeState();

    HttpExchange(EventLoopGroup loops, HttpRequestSpec request, Duration timeout) {
        this.loops = loops;
        this.request = request;
        this.timeout = timeout;
    }

    /** Blocks until the response is complete, has failed, or the timeout is reached. */
    HttpResult call(int proxyPort) throws InterruptedException {
        Channel channel = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .resolver(NoopAddressResolverGroup.INSTANCE)
                .handler(new ExchangeInitializer(proxyPort))
                .connect(InetSocketAddress.createUnresolved(request.host(), request.port()))
                .channel();
        try {
            return await(channel);
        } finally {
            channel.close();
        }
    }

    private HttpResult await(Channel channel) throws InterruptedException {
        try {
            return state.result().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            channel.eventLoop().execute(() -> state.fail(FailureClassifier.timeout(state.phase(), timeout.toMillis())));
            return state.result().join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("The response future never completes exceptionally", impossible);
        }
    }

    /** The connection: proxy, then TLS, then HTTP in the negotiated version. */
    private final class ExchangeInitializer extends ChannelInitializer<SocketChannel> {

        private final int proxyPort;

        ExchangeInitializer(int proxyPort) {
            this.proxyPort = proxyPort;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            Socks5ProxyHandler proxy = new Socks5ProxyHandler(new InetSocketAddress("127.0.0.1", proxyPort));
            proxy.setConnectTimeoutMillis(timeout.toMillis());
            proxy.connectFuture().addListener(this::connected);
            channel.pipeline().addLast(proxy);
            if (request.isSecure()) {
                secure(channel);
            }
            channel.pipeline().addLast(AlpnHandler.RESPONSE_HANDLER, new ResponseHandler(state, ""));
            if (!request.isSecure()) {
                addHttp1(channel.pipeline());
            }
        }

        private void connected(Future<? super Channel> done) {
            if (done.isSuccess()) {
                state.connected(request.isSecure() ? ExchangePhase.TLS : ExchangePhase.TTFB);
            }
        }

        private void secure(SocketChannel channel) {
            SslContext context = TlsTrust.context(request.settings().acceptInvalidCertificates());
            SslHandler handler = context.newHandler(channel.alloc(), request.host(), request.port());
            handler.setHandshakeTimeoutMillis(0);
            handler.handshakeFuture().addListener(done -> {
                if (done.isSuccess()) {
                    state.handshakeCompleted(certificate(handler));
                }
            });
            channel.pipeline().addLast(handler, new AlpnHandler(state, request));
        }

        private void addHttp1(ChannelPipeline pipeline) {
            AlpnHandler.addHttp1(pipeline);
            pipeline.channel()
                    .eventLoop()
                    .execute(() -> pipeline.writeAndFlush(withoutSchemeHeader(request.request())));
        }
    }

    static FullHttpRequest withoutSchemeHeader(FullHttpRequest request) {
        request.headers().remove(HttpConversionUtil.ExtensionHeaderNames.SCHEME.text());
        return request;
    }

    private static Optional<X509Certificate> certificate(SslHandler handler) {
        try {
            Certificate[] chain = handler.engine().getSession().getPeerCertificates();
            return Optional.of((X509Certificate) chain[0]);
        } catch (SSLPeerUnverifiedException unverified) {
            return Optional.empty();
        }
    }
}
