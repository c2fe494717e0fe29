package dev.tidemark.prober.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on loopback that treats each connection in the same way, on a thread of its own. */
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

    /** Answers every byte with the same byte. */
    static LocalServer thatEchoes() {
        return that(client -> client.getInputStream().transferTo(client.getOutputStream()));
    }

    /** Sends so many bytes and closes. */
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
            // The client went away, which some tests want.
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

    /** How a connection is treated; it is closed afterwards. */
    interface Manner {
        void treat(Socket client) throws IOException;
    }
}
