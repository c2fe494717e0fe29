package dev.tidemark.it.malformed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP/1.1 connection that sends any bytes, which HTTP clients refuse to do. */
final class RawConnection implements AutoCloseable {
    private static final int READ_TIMEOUT = (int) Duration.ofSeconds(20).toMillis();

    private final Socket socket = new Socket();
    private final InputStream in;
    private boolean reusable = true;

    RawConnection(URI server) throws IOException {
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), READ_TIMEOUT);
        socket.setSoTimeout(READ_TIMEOUT);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Whether another request may be sent. */
    boolean isReusable() {
        return reusable;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    RawResponse exchange(byte[] request, boolean hasResponseBody) throws IOException {
        send(request);
        return read(hasResponseBody);
    }

    private RawResponse read(boolean hasBody) throws IOException {
        String line = line();
        String[] parts = line.split(" ");
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("Not a response: \"" + line + "\"");
        }
        int status = Integer.parseInt(parts[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        if (status == 100) {
            return read(hasBody);
        }
        byte[] body = hasBody && status != 204 && status != 304 ? body(headers) : new byte[0];
        reusable &= !"close".equalsIgnoreCase(headers.get("connection"));
        return new RawResponse(status, headers, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        reusable = false;
        return in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new IOException(
                        "The connection was closed after \"" + text.toString(StandardCharsets.ISO_8859_1) + "\"");
            }
            if (one != '\r') {
                text.write(one);
            }
        }
        return text.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
