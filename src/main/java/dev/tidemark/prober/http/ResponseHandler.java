package dev.tidemark.prober.http;

import dev.tidemark.prober.response.ResponseHeaders;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Receives the response at the end of a pipeline; with HTTP/2 at the end of the connection's and of the stream's. */
@ChannelHandler.Sharable
final class ResponseHandler extends ChannelInboundHandlerAdapter {

    private static final int INFORMATIONAL = 200;

    private final ExchangeState state;
    private final String version;

    /** @param version HTTP version if the messages do not carry the actual one; else empty */
    ResponseHandler(ExchangeState state, String version) {
        this.state = state;
        this.version = version;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpObject part) {
                receive(part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void receive(HttpObject part) {
        DecoderResult result = part.decoderResult();
        if (result.isFailure()) {
            state.fail(FailureClassifier.of(result.cause(), ExchangePhase.LOAD));
            return;
        }
        if (part instanceof HttpResponse response) {
            int code = response.status().code();
            if (code < INFORMATIONAL) {
                return;
            }
            state.headersReceived(
                    code,
                    version.isEmpty() ? response.protocolVersion().text().replace("HTTP/", "") : version,
                    new ResponseHeaders(response.headers().entries()));
        }
        if (part instanceof HttpContent content && state.phase() == ExchangePhase.LOAD) {
            state.received(ByteBufUtil.getBytes(content.content()));
            if (content instanceof LastHttpContent) {
                state.ended();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        state.fail(FailureClassifier.closed(state.phase()));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        state.fail(FailureClassifier.of(cause, state.phase()));
        context.close();
    }
}
