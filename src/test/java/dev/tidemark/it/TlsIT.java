package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.server.Tidemark;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS from PEM files, and their replacement while the server runs. */
class TlsIT {

    private static final Path FIXTURES = Path.of("src/test/resources/tls");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private int port;

    private Path file(String name, String fixture) throws IOException {
        return Files.copy(
                FIXTURES.resolve(fixture + ".pem"), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void whenTheFilesAreReplaced_thenNewConnectionsUseThem() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<String, String> settings = Map.of(
                "TIDEMARK_HTTP_HOST",
                "127.0.0.1",
                "TIDEMARK_HTTPS_PORT",
                String.valueOf(port),
                "TIDEMARK_TLS_CERTIFICATE",
                file("certificate.pem", "rsa-certificate").toString(),
                "TIDEMARK_TLS_KEY",
                file("key.pem", "rsa-pkcs1-key").toString());
        TestServer.running();
        try (Tidemark tidemark = TestServer.another("tls", settings)) {
            assertThat(tidemark.address()).startsWith("http://127.0.0.1:");
            assertThat(subject("TLSv1.2")).isEqualTo("CN=rsa.example");
            assertThat(subject("TLSv1.3")).isEqualTo("CN=rsa.example");
            assertThatThrownBy(() -> subject("TLSv1.1")).isInstanceOf(Exception.class);
            assertThat(head("/login")).contains("200 OK", "Strict-Transport-Security: max-age=31536000");

            assertThat(signIn().lines().filter(line -> line.startsWith("Set-Cookie")))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.matches("(?i).*; *secure.*"))
                    .allMatch(cookie -> cookie.matches("(?i).*; *httponly.*"))
                    .allMatch(cookie -> cookie.matches("(?i).*; *samesite=.*"));

            file("key.pem", "ec-sec1-key");
            file("certificate.pem", "ec-certificate");
            await("CN=ec.example");

            file("certificate.pem", "rsa-certificate");
            Thread.sleep(6_000);
            assertThat(subject("TLSv1.3")).as("after files that do not fit").isEqualTo("CN=ec.example");
        }
    }

    private void await(String subject) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!subject("TLSv1.3").equals(subject) && System.nanoTime() < deadline) {
            Thread.sleep(500);
        }
        assertThat(subject("TLSv1.3")).isEqualTo(subject);
    }

    private String subject(String protocol) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(protocol)) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private String head(String path) throws IOException, GeneralSecurityException {
        return head("GET " + path, "");
    }

    private String signIn() throws IOException, GeneralSecurityException {
        return head("POST /login", "user=admin&password=" + TestServer.ADMIN_PASSWORD);
    }

    private String head(String request, String form) throws IOException, GeneralSecurityException {
        try (Socket socket = connect("TLSv1.3")) {
            String head = request + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                    + "\r\n\r\n";
            socket.getOutputStream().write((head + form).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
        }
    }

    private SSLSocket connect(String protocol) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    /** The certificate is looked at afterwards. */
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
