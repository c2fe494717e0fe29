package dev.tidemark.prober.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Compares the proxy without throttling with a direct connection, interleaved. The result is in {@code network.md}. */
final class ProxyCostCommand {

    private static final int ROUNDS = 1_000;
    private static final int TRANSFERS = 9;
    private static final int MEGABYTES = 128;

    private ProxyCostCommand() {}

    public static void main(String[] arguments) throws Exception {
        try (ProbeProxy proxy = ProxyFixture.onLoopback();
                ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled());
                LocalServer echo = LocalServer.thatEchoes();
                LocalServer source = LocalServer.thatSends(MEGABYTES * 1024 * 1024)) {
            line("", "direct", "proxy");
            compare(
                    "connect, ms",
                    ROUNDS,
                    () -> connect(() -> new Socket("127.0.0.1", echo.port())),
                    () -> connect(() -> through(proxySession, echo)));
            try (Socket direct = new Socket("127.0.0.1", echo.port());
                    Socket through = ProxyFixture.connect(proxySession, "127.0.0.1", echo.port())) {
                direct.setTcpNoDelay(true);
                compare("round trip of one byte, ms", ROUNDS, () -> ask(direct), () -> ask(through));
            }
            compare(
                    MEGABYTES + " MB, ms",
                    TRANSFERS,
                    () -> download(new Socket("127.0.0.1", source.port())),
                    () -> download(ProxyFixture.connect(proxySession, "127.0.0.1", source.port())));
        }
    }

    private static void compare(String what, int rounds, Callable<?> direct, Callable<?> through) throws Exception {
        double[] first = new double[rounds];
        double[] second = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            first[round] = millisOf(direct);
            second[round] = millisOf(through);
        }
        line(what, number(median(first)), number(median(second)));
    }

    private static Object connect(Callable<Socket> opener) throws Exception {
        opener.call().close();
        return opener;
    }

    /** A SOCKS handshake as Chromium sends it; the JDK's SOCKS client costs more than the proxy. */
    private static Socket through(ProxySession proxySession, LocalServer server) throws IOException {
        Socket socket = new Socket("127.0.0.1", proxySession.port());
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(new byte[] {5, 1, 0});
        socket.getInputStream().readNBytes(2);
        byte high = (byte) (server.port() >> 8);
        socket.getOutputStream().write(new byte[] {5, 1, 0, 1, 127, 0, 0, 1, high, (byte) server.port()});
        socket.getInputStream().readNBytes(10);
        return socket;
    }

    private static Object ask(Socket socket) throws IOException {
        socket.getOutputStream().write(1);
        return socket.getInputStream().read();
    }

    private static Object download(Socket socket) throws IOException {
        try (socket) {
            byte[] block = new byte[65_536];
            long sum = 0;
            int read = 0;
            while (read >= 0) {
                read = socket.getInputStream().read(block);
                sum += read;
            }
            return sum;
        }
    }

    private static double millisOf(Callable<?> action) throws Exception {
        long from = System.nanoTime();
        action.call();
        return (System.nanoTime() - from) / 1e6;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static void line(String what, String direct, String through) {
        System.out.printf("%-28s %10s %10s%n", what, direct, through);
    }
}
