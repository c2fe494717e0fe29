package dev.tidemark.launcher.system;

import java.time.Duration;
import java.util.Map;

/**
 * The service manager that started this process, if it wants to be notified (systemd with {@code Type=notify}): see
 * <a href="https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html">sd_notify</a>. Java has no datagram sockets
 * of the Unix domain, so that the program of systemd sends the message.
 */
public final class ServiceManager {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final boolean listens;

    private ServiceManager(boolean listens) {
        this.listens = listens;
    }

    public static ServiceManager ofThisProcess() {
        return of(System.getenv());
    }

    static ServiceManager of(Map<String, String> environment) {
        return new ServiceManager(!environment.getOrDefault("NOTIFY_SOCKET", "").isBlank());
    }

    /** Whether output goes to the log of a service manager rather than to a person. */
    public boolean isPresent() {
        return listens;
    }

    /** @param status one line that {@code systemctl status} shows */
    public void ready(String status) {
        send("READY=1", "STATUS=" + status);
    }

    public void stopping() {
        send("STOPPING=1", "STATUS=Stopping");
    }

    private void send(String... assignments) {
        if (listens) {
            SystemCommand.Ended ended = SystemCommand.of(assignments)
                    .prefixedBy(java.util.List.of("systemd-notify"))
                    .run(LIMIT);
            if (!ended.succeeded()) {
                Terminal.print("The service manager could not be notified: " + ended.output());
            }
        }
    }
}
