package dev.tidemark.prober.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A socket-level HTTP server, which can also violate the protocol. */
final class RawHttpServer implements AutoCloseable {

    /** Responds to one connection, whose request has been read. */
    interface Answer {
        void to(Socket client) throws IOException, InterruptedException;
    }

    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket listener;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    RawHttpServer() throws IOException {
        this("http", new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1")));
    }

    private RawHttpServer(String scheme, ServerSocket listener) {
        this.scheme = scheme;
        this.listener = listener;
        threads.execute(this::accept);
    }

    /** An HTTPS server with a self-signed certificate for 127.0.0.1. */
    static RawHttpServer secure(Path folder) throws Exception {
        return secure(InvalidCertificate.in(folder));
    }

    static RawHttpServer secure(SSLContext certificate) throws IOException {
        return new RawHttpServer(
                "https",
                certificate.getServerSocketFactory().createServerSocket(0, 500, InetAddress.getByName("127.0.0.1")));
    }

    /** @return the URL of the response */
    String at(String path, Answer answer) {
        answers.put(path, answer);
        return scheme + "://127.0.0.1:" + listener.getLocalPort() + path;
    }

    String page(String path, String html) {
        return at(path, client -> write(client, response("200 OK", "text/html; charset=utf-8", html)));
    }

    static String response(String status, String type, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }

    static void write(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String path = requestedPath(client);
            Answer known = answers.get(path);
            if (known != null) {
                known.to(client);
            } else {
                write(client, response("404 Not Found", "text/plain", ""));
            }
        } catch (IOException gone) {
            threads.isShutdown();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static String requestedPath(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        int next;
        while (head.indexOf("\r\n\r\n") < 0 && (next = client.getInputStream().read()) >= 0) {
            head.append((char) next);
            if (next == TLS_HANDSHAKE && head.length() == 1) {
                readRecord(client);
                return "";
            }
        }
        String[] words = head.toString().split(" ", 3);
        return words.length < 2 ? "" : words[1].split("\\?")[0];
    }

    /** The rest of a TLS record, as closing with unread data would reset the connection. */
    private static void readRecord(Socket client) throws IOException {
        byte[] head = client.getInputStream().readNBytes(4);
        client.getInputStream().readNBytes((head[2] & 0xff) << 8 | head[3] & 0xff);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
