package dev.tidemark.prober.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** Failures of a server. */
enum ServerFault {
    RESET(""),
    CLOSE(""),
    HALF("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello"),
    NONSENSE("220 mail.example ESMTP\r\n\r\n"),
    SILENCE(""),
    FLOOD("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2 * 1024 * 1024 + 1));

    private final String answer;

    ServerFault(String answer) {
        this.answer = answer;
    }

    void show(ServerSocket socket) {
        try (Socket client = socket.accept()) {
            client.getInputStream().read(new byte[10_000]);
            client.getOutputStream().write(answer.getBytes(US_ASCII));
            if (this == RESET) {
                client.setSoLinger(true, 0);
            }
            if (this == SILENCE) {
                client.getInputStream().read();
            }
        } catch (IOException broken) {
            // Expected: the client disconnects.
        }
    }
}
