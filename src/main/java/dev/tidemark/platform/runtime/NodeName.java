package dev.tidemark.platform.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of this process among the nodes of an installation: host name and process id, such as {@code web1-4711}. */
public final class NodeName {

    private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final String OF_THIS_PROCESS =
            host() + "-" + ProcessHandle.current().pid();

    private NodeName() {}

    public static String ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unresolvable) {
            return kernelName().orElse("node");
        }
    }

    /** The name that the network does not know; empty where the kernel is not Linux. */
    private static Optional<String> kernelName() {
        try {
            return Optional.of(Files.readString(KERNEL_NAME).strip()).filter(name -> !name.isEmpty());
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
