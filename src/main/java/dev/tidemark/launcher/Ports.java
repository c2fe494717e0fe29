package dev.tidemark.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Network ports of this machine. */
final class Ports {
    private Ports() {}

    /** Refuses to go on when somebody listens there already. */
    static void requireFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (java.net.UnknownHostException unknown) {
            throw new LaunchException(
                    "TIDEMARK_HTTP_HOST is \"" + host + "\", which is no address of this machine.", unknown);
        } catch (IOException taken) {
            throw new LaunchException(
                    "Cannot listen on port " + port + " of " + host + " (" + taken.getMessage() + ")."
                            + " Something else uses it, perhaps another Tidemark. End that, or choose another port:"
                            + " TIDEMARK_HTTP_PORT=" + (port + 1) + " mvn -Pstart",
                    taken);
        }
    }

    /** A port of the loopback address that nobody uses at this moment. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
