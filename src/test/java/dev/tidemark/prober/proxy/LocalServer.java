package dev.tidemark.prober.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on loopback that handles each connection on its own thread. */
final class LocalServer implements AutoCloseable {

    private final ServerSocket socket;

    private LocalServer(ServerSocket socket) {
        this.socket = socket;
    }

    static LocalServer that(Manner manner) {
        try {
            LocalServer server = new LocalServer(new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1")));
            daemon(() -> server.accept(manner));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Echoes every byte. */
    static LocalServer thatEchoes() {
        return that(client -> client.getInputStream().transferTo(client.getOutputStream()));
    }

    /** Sends the given number of bytes and closes. */
    static LocalServer thatSends(int bytes) {
        return that(client -> client.getOutputStream().write(new byte[bytes]));
    }

    private void accept(Manner manner) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                daemon(() -> treat(client, manner));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void treat(Socket client, Manner manner) {
        try (client) {
            manner.treat(client);
        } catch (IOException broken) {
            // Expected in some tests: the client disconnected.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "local-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Handles a connection, which is closed afterwards. */
    interface Manner {
        void treat(Socket client) throws IOException;
    }
}
