package dev.tidemark.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Sits at one end of a connection and passes on what happens there: bytes, half-close, reset. */
final class Relay extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = System.getLogger(Relay.class.getName());

    private final Flow away;
    private final Flow here;

    private Relay(Flow away, Flow here) {
        this.away = away;
        this.here = here;
    }

    /** Joins the two ends of a connection. */
    static void join(SocketChannel browser, SocketChannel server, Traffic traffic) {
        Flow up = new Flow(browser, server, traffic.up(), traffic::sent);
        Flow down = new Flow(server, browser, traffic.down(), traffic::received);
        browser.pipeline().addLast(new Relay(up, down));
        server.pipeline().addLast(new Relay(down, up));
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
            LOG.log(Level.WARNING, "A connection was broken off by a fault of the gateway", cause);
        }
        away.reset();
        context.close();
    }
}
