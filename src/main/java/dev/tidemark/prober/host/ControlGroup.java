package dev.tidemark.prober.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The control group (cgroup v2) of this service, if the service manager has delegated it: systemd with {@code Delegate=memory pids}. Each
 * browser then gets a group of its own below it. See <a href="https://systemd.io/CGROUP_DELEGATION/">systemd's rules</a>.
 */
public final class ControlGroup {

    private static final Logger LOG = Logger.getLogger(ControlGroup.class.getName());
    private static final Path MOUNT = Path.of("/sys/fs/cgroup");
    private static final Path OWN = Path.of("/proc/self/cgroup");
    private static final List<String> CONTROLLERS = List.of("memory", "pids");
    /** Only groups without processes of their own can have groups with limits below them. */
    private static final String SERVER = "server";

    private static final String PROCESSES = "cgroup.procs";
    private static final int MAX_ATTEMPTS = 50;

    private static final Optional<ControlGroup> DELEGATED = find();

    private final Path folder;
    private final AtomicLong count = new AtomicLong();

    private ControlGroup(Path folder) {
        this.folder = folder;
    }

    /** That of this process; empty where there is none that may be divided. */
    static Optional<ControlGroup> delegated() {
        return DELEGATED;
    }

    /** A group for one browser; empty where there is no delegated group, or it cannot be divided. */
    public static Optional<BrowserGroup> forBrowser() {
        try {
            return DELEGATED.isPresent() ? Optional.of(DELEGATED.get().open()) : Optional.empty();
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "The browser starts without a control group of its own", failed);
            return Optional.empty();
        }
    }

    private static Optional<ControlGroup> find() {
        try (Stream<String> lines = Files.lines(OWN)) {
            Optional<Path> own = lines.filter(line -> line.startsWith("0::/"))
                    .map(line -> MOUNT.resolve(line.substring("0::/".length())))
                    .map(path -> path.endsWith(SERVER) ? path.getParent() : path)
                    .findFirst();
            return own.isPresent() && isDelegated(own.get())
                    ? Optional.of(divide(own.get(), CONTROLLERS))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException unavailable) {
            LOG.log(Level.FINE, unavailable, () -> "There is no control group for browsers");
            return Optional.empty();
        }
    }

    /** systemd marks the groups that it has delegated. */
    private static boolean isDelegated(Path group) throws IOException {
        Path controllers = group.resolve("cgroup.controllers");
        if (!Files.isWritable(group) || !Files.exists(controllers)) {
            return false;
        }
        UserDefinedFileAttributeView attributes = Files.getFileAttributeView(group, UserDefinedFileAttributeView.class);
        if (attributes == null || !attributes.list().contains("delegate")) {
            return false;
        }
        ByteBuffer value = ByteBuffer.allocate(attributes.size("delegate"));
        attributes.read("delegate", value);
        return StandardCharsets.US_ASCII.decode(value.flip()).toString().strip().equals("1")
                && List.of(Files.readString(controllers).strip().split(" ")).containsAll(CONTROLLERS);
    }

    /**
     * Moves the processes of a group into one below it, so that browsers can have others.
     *
     * @param controllers what is limited in them
     */
    static ControlGroup divide(Path group, List<String> controllers) throws IOException {
        Path server = Files.createDirectories(group.resolve(SERVER));
        List<String> processes = Files.readAllLines(group.resolve(PROCESSES));
        for (int attempt = 0; !processes.isEmpty() && attempt < MAX_ATTEMPTS; attempt++) {
            for (String process : processes) {
                move(process, server);
            }
            processes = Files.readAllLines(group.resolve(PROCESSES));
        }
        for (String controller : controllers) {
            Files.writeString(group.resolve("cgroup.subtree_control"), "+" + controller);
        }
        ControlGroup divided = new ControlGroup(group);
        divided.removeEmpty();
        return divided;
    }

    private static void move(String process, Path group) throws IOException {
        try {
            Files.writeString(group.resolve(PROCESSES), process);
        } catch (IOException failed) {
            if (ProcessHandle.of(Long.parseLong(process)).isPresent()) {
                throw failed;
            }
        }
    }

    /** Of a server that was killed. Groups with processes cannot be removed. */
    private void removeEmpty() throws IOException {
        List<Path> groups = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(path -> path.getFileName().toString().startsWith(BrowserGroup.PREFIX))
                    .forEach(groups::add);
        }
        groups.forEach(path -> path.toFile().delete());
    }

    /** Creates a group with the limits that the system supports in it. */
    BrowserGroup open() throws IOException {
        String name = BrowserGroup.PREFIX + ProcessHandle.current().pid() + "-" + count.incrementAndGet();
        return BrowserGroup.create(folder.resolve(name));
    }
}
