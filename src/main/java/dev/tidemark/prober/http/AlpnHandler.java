package dev.tidemark.prober.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.util.concurrent.Future;

/** Sends the request in the HTTP version that was negotiated in the TLS handshake (ALPN). */
final class AlpnHandler extends ApplicationProtocolNegotiationHandler {

    static final String RESPONSE_HANDLER = "response-handler";

    private final ExchangeState state;
    private final HttpRequestSpec request;

    AlpnHandler(ExchangeState state, HttpRequestSpec request) {
        super(ApplicationProtocolNames.HTTP_1_1);
        this.state = state;
        this.request = request;
    }

    static void addHttp1(ChannelPipeline pipeline) {
        pipeline.addBefore(RESPONSE_HANDLER, null, new HttpClientCodec());
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
        ChannelPipeline pipeline = context.pipeline();
        if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
            addHttp2(pipeline);
        } else {
            addHttp1(pipeline);
            pipeline.writeAndFlush(HttpExchange.withoutSchemeHeader(request.request()));
        }
    }

    private void addHttp2(ChannelPipeline pipeline) {
        pipeline.addBefore(
                RESPONSE_HANDLER, null, Http2FrameCodecBuilder.forClient().build());
        pipeline.addBefore(RESPONSE_HANDLER, null, new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
        new Http2StreamChannelBootstrap(pipeline.channel())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel stream) {
                        stream.pipeline()
                                .addLast(new Http2StreamFrameToHttpObjectCodec(false), new ResponseHandler(state, "2"));
                    }
                })
                .open()
                .addListener((Future<Http2StreamChannel> opened) -> {
                    if (opened.isSuccess()) {
                        opened.getNow().writeAndFlush(request.request());
                    } else {
                        state.fail(FailureClassifier.of(opened.cause(), ExchangePhase.TTFB));
                    }
                });
    }

    @Override
    protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
        state.fail(FailureClassifier.of(cause, ExchangePhase.TLS));
        context.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.fireExceptionCaught(cause);
    }
}
