package dev.tidemark.prober.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** A server that records the heads of requests byte by byte, each byte as one character. */
final class RequestRecorder implements AutoCloseable {

    private static final String RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 11\r\nConnection: close\r\n\r\n<h1>hi</h1>";

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    RequestRecorder(ServerSocketFactory factory) throws IOException {
        socket = factory.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The requests since the last call, without the browser's own for an icon. */
    List<String> take() {
        List<String> taken =
                heads.stream().filter(head -> !head.contains(" /favicon.ico ")).toList();
        heads.clear();
        return taken;
    }

    /** The values of a header in a head. */
    static List<String> values(String head, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    static String requestTarget(String head) {
        return head.split(" ")[1];
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (Socket client = connection) {
            String head = head(client.getInputStream());
            if (!head.isEmpty()) {
                heads.add(head);
                client.getOutputStream().write(RESPONSE.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException clientLeft) {
            // A connection that a browser opened in advance and did not use.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                return "";
            }
            read.write(one);
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
