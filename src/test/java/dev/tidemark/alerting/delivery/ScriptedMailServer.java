package dev.tidemark.alerting.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that simulates failures, and supports STARTTLS, which GreenMail does not. */
public final class ScriptedMailServer implements AutoCloseable {

    /** The failure of every delivery. */
    public enum Trouble {
        NONE,
        SILENT_AT_GREETING,
        SILENT_AFTER_DATA,
        CUT_BEFORE_250,
        LATER_451,
        CLOSED_421_AT_GREETING,
        NO_SPACE_452_AT_MAIL,
        CLOSED_421_AT_RCPT,
        FAILED_451_AFTER_DATA
    }

    private final ServerSocket serverSocket;
    private final Thread porter;
    private final Optional<SSLContext> tls;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> addressed = new CopyOnWriteArrayList<>();
    private final List<Socket> guests = new CopyOnWriteArrayList<>();
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private volatile String extension = "SIZE";
    private volatile Trouble trouble = Trouble.NONE;

    private final boolean implicitTls;

    private ScriptedMailServer(int port, Optional<SSLContext> tls, boolean implicitTls) {
        this.implicitTls = implicitTls;
        try {
            serverSocket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.tls = tls;
        porter = start(this::accept);
    }

    public static ScriptedMailServer plain(int port) {
        return new ScriptedMailServer(port, Optional.empty(), false);
    }

    static ScriptedMailServer withStartTls(SSLContext context) {
        return new ScriptedMailServer(0, Optional.of(context), false);
    }

    public int port() {
        return serverSocket.getLocalPort();
    }

    public void suffer(Trouble next) {
        trouble = next;
    }

    /** All complete messages, accepted or not. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** All RCPT commands, including rejected ones. */
    List<String> addressed() {
        return List.copyOf(addressed);
    }

    /** All MAIL commands. */
    List<String> senders() {
        return List.copyOf(senders);
    }

    void offer(String newExtension) {
        extension = newExtension;
    }

    /** Messages that were accepted with 250. */
    public List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Begins with TLS, as servers do on port 465. */
    public static ScriptedMailServer withImplicitTls(SSLContext context) {
        return new ScriptedMailServer(0, Optional.of(context), true);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = serverSocket.accept();
                guests.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket plain) {
        try (Socket socket = implicitTls ? encrypt(plain) : plain) {
            if (trouble == Trouble.CLOSED_421_AT_GREETING) {
                say(socket, "421 scripted is shutting down");
                return;
            }
            if (trouble != Trouble.SILENT_AT_GREETING) {
                say(socket, "220 scripted");
            }
            talk(socket, implicitTls);
        } catch (IOException gone) {
            // The client went away.
        }
    }

    private void talk(Socket socket, boolean encrypted) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                addressed.add(line);
            }
            if (command.startsWith("MAIL")) {
                senders.add(line);
            }
            if (command.startsWith("EHLO")) {
                say(socket, "250-scripted");
                say(
                        socket,
                        tls.isPresent() && !encrypted
                                ? "250 STARTTLS"
                                : encrypted ? "250 AUTH PLAIN" : "250 " + extension);
            } else if (command.startsWith("STARTTLS")) {
                say(socket, "220 go on");
                talk(encrypt(socket), true);
                return;
            } else if (command.startsWith("AUTH")) {
                seen.add(line);
                say(socket, "235 welcome");
            } else if (command.startsWith("RCPT") && command.contains("NOBODY@")) {
                say(socket, "550 no such mailbox");
            } else if (command.startsWith("MAIL") && trouble == Trouble.NO_SPACE_452_AT_MAIL) {
                say(socket, "452 insufficient system storage");
            } else if (command.startsWith("RCPT") && trouble == Trouble.CLOSED_421_AT_RCPT) {
                say(socket, "421 scripted is shutting down");
                return;
            } else if (command.startsWith("RCPT") && trouble == Trouble.LATER_451) {
                say(socket, "451 try again later");
            } else if (command.startsWith("DATA")) {
                say(socket, "354 go on");
                if (!data(socket, in)) {
                    return;
                }
            } else {
                say(socket, command.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private boolean data(Socket socket, BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        seen.add(letter.toString());
        if (trouble == Trouble.CUT_BEFORE_250) {
            return false;
        }
        if (trouble == Trouble.FAILED_451_AFTER_DATA) {
            say(socket, "451 local error in processing");
            return true;
        }
        if (trouble != Trouble.SILENT_AFTER_DATA) {
            acknowledged.add(letter.toString());
            say(socket, "250 taken");
        }
        return true;
    }

    private SSLSocket encrypt(Socket socket) throws IOException {
        SSLSocket encrypted = (SSLSocket)
                tls.orElseThrow().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "scripted-mail");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Closes all open connections. */
    public void hangUp() {
        for (Socket guest : guests) {
            try {
                guest.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            serverSocket.close();
            // Until the thread has left accept(), the kernel takes one more connection.
            porter.join();
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
