package dev.tidemark.launcher.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Network ports of this machine. */
public final class Ports {
    private Ports() {}

    /** Fails if the port is already in use. */
    public static void requireFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (java.net.UnknownHostException unknown) {
            throw new LaunchException(
                    "TIDEMARK_HTTP_HOST is \"" + host
                            + "\", which is not an address of this machine. Set it to a local address such as 127.0.0.1.",
                    unknown);
        } catch (IOException taken) {
            throw new LaunchException(
                    "Cannot listen on port " + port + " of " + host + " (" + taken.getMessage() + ")."
                            + " Another process is using the port. Stop that process, or choose another port: TIDEMARK_HTTP_PORT="
                            + (port + 1),
                    taken);
        }
    }

    /** A loopback port that is free at the moment. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
