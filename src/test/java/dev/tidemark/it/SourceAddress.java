package dev.tidemark.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends requests to a server on 127.0.0.1 from another loopback address, which the JDK's client cannot do. What the server
 * limits by address is counted separately for each.
 *
 * @param address an address in 127.0.0.0/8
 */
public record SourceAddress(URI server, String address) {

    /** The status of the response to a form of URL-encoded fields. */
    public int post(String path, String form) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form);
    }

    /** The status of the response to a request with an API token. */
    public int get(String path, String token) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\n\r\n");
    }

    private int send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort(), InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(response.substring(9, 12));
        }
    }
}
