package dev.tidemark.prober.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that answers the next request with given bytes and closes the connection. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    static RawServer answering(byte[] response) throws IOException {
        RawServer server = new RawServer(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
        Thread thread = new Thread(() -> server.answer(response));
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** A response with the right Content-Length; the header lines end with CR LF. */
    static byte[] response(String headers, byte[] body) {
        return bytes("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n", body);
    }

    static byte[] bytes(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    private void answer(byte[] response) {
        try (Socket client = socket.accept()) {
            client.getInputStream().read(new byte[10_000]);
            client.getOutputStream().write(response);
        } catch (IOException broken) {
            // Expected: the client disconnects.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
