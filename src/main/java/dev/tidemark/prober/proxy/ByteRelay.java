package dev.tidemark.prober.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Forwards the events of one end of a connection to the other: data, half-close, reset. */
final class ByteRelay extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = System.getLogger(ByteRelay.class.getName());

    private final ConnectionFlow away;
    private final ConnectionFlow here;

    private ByteRelay(ConnectionFlow away, ConnectionFlow here) {
        this.away = away;
        this.here = here;
    }

    /** Joins the two ends of a connection. */
    static void join(SocketChannel browser, SocketChannel server, SampleConnections traffic) {
        ConnectionFlow up = new ConnectionFlow(browser, server, traffic.up(), traffic::sent);
        ConnectionFlow down = new ConnectionFlow(server, browser, traffic.down(), traffic::received);
        browser.pipeline().addLast(new ByteRelay(up, down));
        server.pipeline().addLast(new ByteRelay(down, up));
        browser.config().setAutoRead(true);
        server.config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        away.accept((ByteBuf) message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        away.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        here.adjust();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            away.end();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        away.end();
        here.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.log(Level.WARNING, "A proxy connection was closed because of an internal error", cause);
        }
        away.reset();
        context.close();
    }
}
