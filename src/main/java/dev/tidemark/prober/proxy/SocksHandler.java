package dev.tidemark.prober.proxy;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.socksx.v5.DefaultSocks5CommandResponse;
import io.netty.handler.codec.socksx.v5.DefaultSocks5InitialResponse;
import io.netty.handler.codec.socksx.v5.Socks5AddressType;
import io.netty.handler.codec.socksx.v5.Socks5AuthMethod;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequest;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5CommandResponse;
import io.netty.handler.codec.socksx.v5.Socks5CommandStatus;
import io.netty.handler.codec.socksx.v5.Socks5CommandType;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequest;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5Message;
import io.netty.handler.codec.socksx.v5.Socks5ServerEncoder;

/**
 * Handles a SOCKS5 request (RFC 1928) of the browser: connects, replies, and connects both ends with a {@link
 * ByteRelay}.
 */
final class SocksHandler extends SimpleChannelInboundHandler<Socks5Message> {

    private final SampleConnections connections;

    private SocksHandler(SampleConnections connections) {
        this.connections = connections;
    }

    static void receive(SocketChannel browser, SampleConnections connections) {
        connections.register(browser);
        browser.pipeline()
                .addLast(Socks5ServerEncoder.DEFAULT)
                .addLast(new Socks5InitialRequestDecoder())
                .addLast(new Socks5CommandRequestDecoder())
                .addLast(new SocksHandler(connections));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Socks5Message message) {
        if (message.decoderResult().isFailure()) {
            context.close();
        } else if (message instanceof Socks5InitialRequest) {
            context.writeAndFlush(new DefaultSocks5InitialResponse(Socks5AuthMethod.NO_AUTH));
        } else if (message instanceof Socks5CommandRequest request
                && request.type().equals(Socks5CommandType.CONNECT)) {
            connect((SocketChannel) context.channel(), request);
        } else {
            refuse((SocketChannel) context.channel(), Socks5CommandStatus.COMMAND_UNSUPPORTED);
        }
    }

    private void connect(SocketChannel browser, Socks5CommandRequest request) {
        browser.config().setAutoRead(false);
        new Connector(connections, request.dstAddr(), request.dstPort()).start().whenComplete((server, failure) -> {
            if (failure != null) {
                refuse(browser, status(failure));
            } else if (browser.isActive()) {
                succeed(browser, server);
            } else {
                server.close();
            }
        });
    }

    private void succeed(SocketChannel browser, SocketChannel server) {
        browser.writeAndFlush(response(Socks5CommandStatus.SUCCESS));
        ChannelPipeline pipeline = browser.pipeline();
        pipeline.toMap().values().forEach((ChannelHandler handler) -> pipeline.remove(handler));
        ByteRelay.connect(browser, server, connections);
    }

    private static void refuse(SocketChannel browser, Socks5CommandStatus status) {
        browser.writeAndFlush(response(status)).addListener(ChannelFutureListener.CLOSE);
    }

    private static Socks5CommandResponse response(Socks5CommandStatus status) {
        return new DefaultSocks5CommandResponse(status, Socks5AddressType.IPv4, "0.0.0.0", 0);
    }

    /** Chromium does not distinguish these replies; the precise cause is in the connection log of the session. */
    private static Socks5CommandStatus status(Throwable failure) {
        if (!(failure instanceof ConnectionFailedException failed)) {
            return Socks5CommandStatus.FAILURE;
        }
        return switch (failed.kind()) {
            case BLOCKED -> Socks5CommandStatus.FORBIDDEN;
            case REFUSED -> Socks5CommandStatus.CONNECTION_REFUSED;
            case TIMEOUT -> Socks5CommandStatus.TTL_EXPIRED;
            case UNREACHABLE -> Socks5CommandStatus.NETWORK_UNREACHABLE;
            case DNS_FAILURE -> Socks5CommandStatus.HOST_UNREACHABLE;
        };
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
