package dev.tidemark.platform.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this process among the nodes of an installation: host name and process id, such as {@code web1-4711}. */
public final class NodeName {

    private static final String OF_THIS_PROCESS =
            host() + "-" + ProcessHandle.current().pid();

    private NodeName() {}

    public static String ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "node";
        }
    }
}
