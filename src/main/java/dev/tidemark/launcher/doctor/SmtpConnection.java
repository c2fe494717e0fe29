package dev.tidemark.launcher.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The beginning of a conversation with a mail server; the certificate is verified. */
final class SmtpConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int RESPONSE_MILLIS = 20_000;
    private static final int MAX_LINES = 100;
    private static final int SUCCESS_CLASS = 2;

    private final String host;
    private final int port;
    private Socket socket;
    private BufferedReader reader;

    private SmtpConnection(String host, int port) {
        this.host = host;
        this.port = port;
    }

    static SmtpConnection open(String host, int port, boolean implicitTls) throws IOException {
        SmtpConnection connection = new SmtpConnection(host, port);
        boolean open = false;
        try {
            connection.connect(implicitTls);
            open = true;
            return connection;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    SmtpReply hello() throws IOException {
        return require(exchange("EHLO tidemark.invalid"), "EHLO");
    }

    void startTls() throws IOException {
        require(exchange("STARTTLS"), "STARTTLS");
        encrypt();
    }

    /** Reply to the credentials. */
    SmtpReply authenticate(SmtpReply ehlo, String user, String password) throws IOException {
        if (ehlo.authenticatesBy("PLAIN")) {
            return exchange("AUTH PLAIN " + base64("\0" + user + "\0" + password));
        }
        exchange("AUTH LOGIN");
        exchange(base64(user));
        return exchange(base64(password));
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    private void connect(boolean implicitTls) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("the name " + host + " cannot be resolved");
        }
        socket = new Socket();
        socket.connect(address, CONNECT_MILLIS);
        socket.setSoTimeout(RESPONSE_MILLIS);
        if (implicitTls) {
            encrypt();
        } else {
            read(socket);
        }
        require(reply(), "the connection");
    }

    private void encrypt() throws IOException {
        SSLSocket encrypted =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        socket = encrypted;
        read(encrypted);
    }

    private void read(Socket from) throws IOException {
        reader = new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
    }

    private SmtpReply exchange(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return reply();
    }

    private SmtpReply reply() throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MAX_LINES) {
            String line = reader.readLine();
            if (line == null) {
                throw new IOException("it closed the connection");
            }
            if (!line.matches("\\d{3}([ -].*)?")) {
                throw new IOException("it does not speak SMTP (\"" + line + "\")");
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return new SmtpReply(Integer.parseInt(line.substring(0, 3)), lines);
            }
        }
        throw new IOException("its reply does not end");
    }

    private static SmtpReply require(SmtpReply reply, String step) throws IOException {
        if (reply.code() / 100 != SUCCESS_CLASS) {
            throw new IOException("it rejects " + step + " (" + reply.text() + ")");
        }
        return reply;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
