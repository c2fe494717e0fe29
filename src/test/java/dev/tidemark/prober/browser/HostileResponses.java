package dev.tidemark.prober.browser;

import static dev.tidemark.model.result.OutcomeType.*;
import static dev.tidemark.prober.browser.HostilePage.answer;
import static dev.tidemark.prober.browser.HostilePage.drip;
import static dev.tidemark.prober.browser.HostilePage.raw;
import static dev.tidemark.prober.browser.HostilePage.site;
import static dev.tidemark.prober.browser.RawHttpServer.response;
import static dev.tidemark.prober.browser.RawHttpServer.write;

import dev.tidemark.model.result.SampleWarning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Responses that violate HTTP, or never end. */
final class HostileResponses {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
    private static final String TEXT = "<!doctype html><title>t</title><h1>Painted</h1><p>Some words to paint</p>";
    private static final String[] VITALS = {"TTFB", "FCP", "LCP", "CLS", "TBT", "LOAD"};

    private HostileResponses() {}

    static List<HostilePage> all() {
        return List.of(
                answer("resets", client -> client.setSoLinger(true, 0)).ends(CONNECTION_RESET),
                answer("resets in the headers", client -> {
                            write(client, HEAD);
                            Thread.sleep(200);
                            client.setSoLinger(true, 0);
                        })
                        .ends(CONNECTION_RESET),
                answer("resets in the body", client -> {
                            write(client, HEAD + "Content-Length: 9999\r\n\r\n" + TEXT);
                            Thread.sleep(400);
                            client.setSoLinger(true, 0);
                        })
                        .ends(INCOMPLETE_RESPONSE)
                        .keeps("TTFB"),
                answer("says nothing", client -> {}).ends(EMPTY_RESPONSE),
                answer("ends in the status line", client -> write(client, "HTT"))
                        .ends(INVALID_RESPONSE),
                answer("ends in the headers", client -> write(client, "HTTP/1.1 200 OK\r\nContent-Ty"))
                        .warns(SampleWarning.METRICS_MISSING),
                answer("never answers", client -> Thread.sleep(60_000))
                        .ends(TIMEOUT, "ttfb")
                        .within(6),
                answer("headers drip endlessly", client -> {
                            write(client, HEAD);
                            drip(client, "X-A: b\r\n", 200);
                        })
                        .ends(TIMEOUT, "ttfb")
                        .within(6),
                answer("body drips endlessly", client -> {
                            write(client, HEAD + "\r\n" + TEXT);
                            drip(client, "<p>more</p>", 200);
                        })
                        .ends(TIMEOUT, "load")
                        .keeps("TTFB", "FCP")
                        .within(7),
                answer("body never begins", client -> {
                            write(client, HEAD + "\r\n");
                            Thread.sleep(60_000);
                        })
                        .ends(TIMEOUT, "load")
                        .within(6),
                answer("body stops", client -> {
                            write(client, HEAD + "\r\n" + TEXT);
                            Thread.sleep(60_000);
                        })
                        .ends(TIMEOUT, "load")
                        .keeps("TTFB", "FCP")
                        .within(7),
                answer("body floods endlessly", client -> {
                            write(client, HEAD + "\r\n" + TEXT);
                            String much = "<!--" + "x".repeat(1 << 20) + "-->";
                            drip(client, much, 1);
                        })
                        .ends(LIMIT_EXCEEDED, "bytes")
                        .within(30),
                raw("huge headers", HEAD + "X-A: " + "x".repeat(300_000) + "\r\n\r\n" + TEXT)
                        .ends(INVALID_RESPONSE),
                raw("many headers", HEAD + "X-A: b\r\n".repeat(60_000) + "\r\n" + TEXT)
                        .ends(INVALID_RESPONSE),
                raw("no http at all", "Welcome to the machine\r\nnothing here\r\n")
                        .ends(INVALID_RESPONSE),
                raw("ftp greeting", "220 ready\r\n").ends(INVALID_RESPONSE),
                raw("ssh greeting", "SSH-2.0-OpenSSH_9.6\r\n").ends(INVALID_RESPONSE),
                answer("binary noise", client -> {
                            byte[] noise = new byte[4000];
                            new java.util.Random(1).nextBytes(noise);
                            client.getOutputStream().write(noise);
                            client.getOutputStream().flush();
                        })
                        .ends(INVALID_RESPONSE),
                raw("no version of http", TEXT).ends(INVALID_RESPONSE),
                raw("status without number", "HTTP/1.1 OK\r\n\r\n").warns(SampleWarning.METRICS_MISSING),
                raw("status 999", "HTTP/1.1 999 What\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + TEXT)
                        .ends(HTTP_STATUS, "999"),
                raw("status 0", "HTTP/1.1 000 What\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + TEXT)
                        .ends(INVALID_RESPONSE),
                raw("two lengths", HEAD + "Content-Length: 5\r\nContent-Length: 50\r\n\r\n" + TEXT)
                        .ends(INVALID_RESPONSE),
                raw("two locations", "HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nConnection: close\r\n\r\n")
                        .ends(INVALID_RESPONSE),
                raw("length too large", HEAD + "Content-Length: 10000\r\n\r\n" + TEXT)
                        .ends(INCOMPLETE_RESPONSE)
                        .keeps("TTFB"),
                raw("length too small", HEAD + "Content-Length: 60\r\n\r\n" + TEXT)
                        .keeps(VITALS),
                raw("length that is no number", HEAD + "Content-Length: many\r\n\r\n" + TEXT),
                raw("length below zero", HEAD + "Content-Length: -5\r\n\r\n" + TEXT),
                raw("chunks of garbage", HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + TEXT)
                        .ends(INVALID_RESPONSE),
                raw(
                                "garbage after a chunk",
                                HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(TEXT.length())
                                        + "\r\n" + TEXT + "\r\nnot-hex\r\n")
                        .ends(INVALID_RESPONSE),
                raw("chunks break off", HEAD + "Transfer-Encoding: chunked\r\n\r\nfff\r\n" + TEXT)
                        .ends(INCOMPLETE_RESPONSE)
                        .keeps("TTFB"),
                raw(
                                "last chunk is missing",
                                HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(TEXT.length())
                                        + "\r\n" + TEXT + "\r\n")
                        .ends(INCOMPLETE_RESPONSE)
                        .keeps("TTFB"),
                raw("gzip that is none", HEAD + "Content-Encoding: gzip\r\n\r\n" + TEXT)
                        .ends(INVALID_RESPONSE),
                raw("brotli that is none", HEAD + "Content-Encoding: br\r\n\r\n" + TEXT)
                        .ends(INVALID_RESPONSE),
                raw("encoding nobody knows", HEAD + "Content-Encoding: zorro\r\n\r\n" + TEXT),
                answer("gzip that breaks off", client -> {
                            byte[] all = gzip(TEXT.repeat(200));
                            write(
                                    client,
                                    HEAD + "Content-Encoding: gzip\r\nContent-Length: " + all.length + "\r\n\r\n");
                            client.getOutputStream().write(all, 0, all.length / 2);
                        })
                        .ends(INCOMPLETE_RESPONSE),
                answer("gzip bomb", client -> {
                            write(client, HEAD + "Content-Encoding: gzip\r\n\r\n");
                            try (GZIPOutputStream out = new GZIPOutputStream(client.getOutputStream(), 65536)) {
                                out.write(TEXT.getBytes(StandardCharsets.UTF_8));
                                byte[] zeros = "<!-- -->".repeat(8192).getBytes(StandardCharsets.UTF_8);
                                for (int i = 0; i < 16_000; i++) {
                                    out.write(zeros);
                                }
                            }
                        })
                        .ends(LIMIT_EXCEEDED, "bytes")
                        .within(30),
                raw("http 0.9", "<h1>Painted</h1>").ends(INVALID_RESPONSE),
                raw(
                                "early hints",
                                "HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload; as=style\r\n\r\n"
                                        + response("200 OK", "text/html", TEXT))
                        .keeps(VITALS),
                raw(
                                "hints endlessly",
                                "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(300) + response("200 OK", "text/html", TEXT))
                        .keeps(VITALS),
                answer("continue endlessly", client -> drip(client, "HTTP/1.1 100 Continue\r\n\r\n", 100))
                        .ends(TIMEOUT, "ttfb")
                        .within(6),
                raw("upgrade unasked", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")
                        .ends(EMPTY_RESPONSE),
                raw("empty page", response("200 OK", "text/html", ""))
                        .warns(SampleWarning.METRICS_MISSING)
                        .keeps("TTFB", "LOAD"),
                raw("no type", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + TEXT)
                        .keeps(VITALS),
                raw("wrong type", response("200 OK", "nonsense", TEXT)),
                raw(
                                "nosniff text",
                                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
                                        + TEXT)
                        .keeps("TTFB", "FCP"),
                raw(
                                "replaced parts",
                                "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\nConnection: close\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                                        + TEXT + "\r\n--b--\r\n")
                        .ends(UNSUPPORTED_CONTENT),
                answer("bytes in small pieces", client -> {
                            for (char c : response("200 OK", "text/html", TEXT).toCharArray()) {
                                write(client, String.valueOf(c));
                                Thread.sleep(3);
                            }
                        })
                        .keeps(VITALS),
                answer("slow first byte", client -> {
                            Thread.sleep(3_000);
                            write(client, response("200 OK", "text/html", TEXT));
                        })
                        .keeps(VITALS),
                site("nobody listens", site -> "http://127.0.0.1:" + closedPort() + "/")
                        .ends(CONNECTION_REFUSED),
                site("nobody is called so", site -> "http://no-such-host.invalid/")
                        .ends(DNS_FAILURE),
                site("blocked port", site -> "http://127.0.0.1:6667/").ends(BLOCKED_PORT),
                site("own database", site -> "http://127.0.0.1:5432/").ends(BLOCKED_ADDRESS),
                site("cloud metadata", site -> "http://169.254.169.254/latest/").ends(BLOCKED_ADDRESS),
                site("never accepts", site -> "http://" + "127.0.0.1:" + fullPort() + "/")
                        .ends(TIMEOUT, "connect")
                        .within(6),
                site("plain behind https", site -> site.page("", TEXT).replace("http:", "https:"))
                        .ends(TLS_ERROR),
                site("silent tls", site -> "https://127.0.0.1:" + mutePort() + "/")
                        .ends(TIMEOUT, "tls")
                        .within(6),
                site(
                                "self-signed",
                                site -> site.secure("", client -> write(client, response("200 OK", "text/html", TEXT))))
                        .ends(TLS_ERROR, "net::ERR_CERT"),
                site(
                                "redirects to self-signed",
                                site -> site.raw(
                                        "",
                                        "HTTP/1.1 302 Found\r\nLocation: " + site.secure("x", client -> {})
                                                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                        .ends(TLS_ERROR, "net::ERR_CERT"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Accepts connections (in the kernel) and never sends anything. */
    private static int mutePort() throws IOException {
        ServerSocket mute = new ServerSocket(0);
        KEPT.add(mute);
        return mute.getLocalPort();
    }

    /** A port whose accept queue is full, so that the kernel drops new connections. */
    private static int fullPort() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"));
        for (int i = 0; i < 4; i++) {
            java.nio.channels.SocketChannel one = java.nio.channels.SocketChannel.open();
            one.configureBlocking(false);
            one.connect(socket.getLocalSocketAddress());
            KEPT.add(one);
        }
        KEPT.add(socket);
        return socket.getLocalPort();
    }

    private static final List<Object> KEPT = new java.util.ArrayList<>();
}
