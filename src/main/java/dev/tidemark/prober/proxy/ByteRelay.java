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

    private final ConnectionFlow outgoing;
    private final ConnectionFlow incoming;

    private ByteRelay(ConnectionFlow outgoing, ConnectionFlow incoming) {
        this.outgoing = outgoing;
        this.incoming = incoming;
    }

    /** Joins the two ends of a connection. */
    static void connect(SocketChannel browser, SocketChannel server, SampleConnections connections) {
        ConnectionFlow upload = new ConnectionFlow(browser, server, connections.up(), connections::sent);
        ConnectionFlow download = new ConnectionFlow(server, browser, connections.down(), connections::received);
        browser.pipeline().addLast(new ByteRelay(upload, download));
        server.pipeline().addLast(new ByteRelay(download, upload));
        browser.config().setAutoRead(true);
        server.config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        outgoing.accept((ByteBuf) message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        outgoing.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        incoming.updateAutoRead();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            outgoing.end();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        outgoing.end();
        incoming.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.log(Level.WARNING, "A proxy connection was closed because of an internal error", cause);
        }
        outgoing.reset();
        context.close();
    }
}
