package dev.tidemark.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A TCP proxy on loopback between a client and a server, whose network can be made to fail. */
public final class FaultyNetwork implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** What happens to bytes and connections. */
    private enum Mode {
        FORWARD,
        SWALLOW,
        REFUSE
    }

    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile Mode mode = Mode.FORWARD;
    private volatile Duration delay = Duration.ZERO;

    public FaultyNetwork(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections stay open and can be made, but no byte arrives, in neither direction. Bytes sent meanwhile are lost. */
    public void swallow() {
        mode = Mode.SWALLOW;
    }

    /** Connections are reset, and new ones are closed at once. */
    public void refuse() {
        mode = Mode.REFUSE;
        cut();
    }

    /** Bytes arrive late. */
    public void delay(Duration each) {
        delay = each;
    }

    public void repair() {
        delay = Duration.ZERO;
        mode = Mode.FORWARD;
    }

    /** Resets all connections; new ones lead to another server. */
    public void redirect(int port) {
        target = port;
        cut();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cut();
    }

    private void cut() {
        sockets.forEach(FaultyNetwork::reset);
        sockets.clear();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // It is closed already.
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (mode == Mode.REFUSE) {
                    reset(client);
                } else {
                    sockets.add(client);
                    start(() -> serve(client));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        Socket server = new Socket();
        sockets.add(server);
        try {
            while (mode == Mode.SWALLOW && !client.isClosed()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            server.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), target), (int) CONNECT_TIMEOUT.toMillis());
            start(() -> copy(server, client));
            copy(client, server);
        } catch (IOException failed) {
            reset(client);
            reset(server);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] bytes = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (mode == Mode.FORWARD) {
                    TimeUnit.MILLISECONDS.sleep(delay.toMillis());
                    out.write(bytes, 0, count);
                }
            }
            to.close();
        } catch (IOException cut) {
            reset(from);
            reset(to);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "faulty-network");
        thread.setDaemon(true);
        thread.start();
    }
}
