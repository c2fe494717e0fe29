package dev.tidemark.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian in a root directory that debootstrap fills, booted with its own systemd by systemd-nspawn. Network and ports are those of
 * this machine. The user {@code admin} may use sudo.
 */
final class DebianSystem implements Machine {
    private static final String PACKAGES = "systemd,systemd-sysv,dbus,sudo,ca-certificates,procps,init-system-helpers";
    private static final Path FOLDER =
            Path.of(System.getProperty("tidemark.debian", "target/debian")).toAbsolutePath();

    private final Path root;
    private final Process nspawn;
    private final long systemd;
    private final int port;

    private DebianSystem(Path root, Process nspawn, long systemd, int port) {
        this.root = root;
        this.nspawn = nspawn;
        this.systemd = systemd;
        this.port = port;
    }

    /** @param port for Tidemark, if it is started by commands */
    static DebianSystem boot(int port) throws IOException, InterruptedException {
        requirements();
        Path root = FOLDER.resolve("booted");
        Shell.run("rm -rf " + root + " && cp -a " + base() + " " + root);
        Process nspawn = new ProcessBuilder(
                        "systemd-nspawn",
                        "--quiet",
                        "--register=no",
                        "--keep-unit",
                        "--machine=tidemark-test",
                        "--directory=" + root,
                        "--boot")
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("boot.log").toFile())
                .start();
        Shell.await("start of systemd", 30, () -> nspawn.children().findAny().isPresent());
        DebianSystem system = new DebianSystem(
                root, nspawn, nspawn.children().findFirst().orElseThrow().pid(), port);
        Shell.await("boot, see " + FOLDER.resolve("boot.log"), 60, system::isBooted);
        return system;
    }

    /** The home directory of the user. */
    @Override
    public Path folder() {
        return root.resolve("home/admin");
    }

    /** A file of the system. */
    Path file(String path) {
        return root.resolve(path.substring(1));
    }

    @Override
    public Process start(String commands) throws IOException {
        List<String> command = entered();
        command.addAll(List.of(
                "setpriv", "--reuid=admin", "--regid=admin", "--init-groups", "env", "-C", "/home/admin", "sh", "-ec"));
        command.add(commands);
        return Shell.start(command);
    }

    /** Runs commands as root. They must succeed. */
    String asRoot(String commands) throws IOException, InterruptedException {
        return Shell.output(startAsRoot(commands), commands);
    }

    private Process startAsRoot(String commands) throws IOException {
        List<String> command = entered();
        command.addAll(List.of("sh", "-ec", commands));
        return Shell.start(command);
    }

    private List<String> entered() {
        return new ArrayList<>(List.of(
                "nsenter",
                "--target",
                String.valueOf(systemd),
                "--all",
                "env",
                "-i",
                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "DEBIAN_FRONTEND=noninteractive",
                "HOME=/home/admin",
                "TIDEMARK_HTTP_PORT=" + port,
                "TIDEMARK_API_TOKEN=" + FirstDataPoint.TOKEN));
    }

    private boolean isBooted() {
        try {
            Process state = startAsRoot("systemctl is-system-running || true");
            return new String(state.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .matches("(running|degraded)\\s*");
        } catch (IOException notYet) {
            return false;
        }
    }

    void powerOff() throws InterruptedException {
        // Orderly, as systemd-nspawn forwards it.
        nspawn.destroy();
        if (!nspawn.waitFor(150, TimeUnit.SECONDS)) {
            nspawn.destroyForcibly();
        }
    }

    private static Path base() throws IOException, InterruptedException {
        Path base = FOLDER.resolve("base");
        if (!Files.exists(base.resolve("complete"))) {
            Files.createDirectories(FOLDER);
            String mirror = System.getProperty("tidemark.debian.mirror", "http://deb.debian.org/debian");
            Shell.run("rm -rf " + base + " && debootstrap --variant=minbase --include=" + PACKAGES + " " + suite() + " "
                    + base + " " + mirror);
            Shell.run(
                    "chroot " + base + " sh -ec "
                            + Shell.quoted(
                                    "useradd --create-home --shell /bin/bash admin;"
                                            + " echo 'admin ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/admin; apt-get update; touch /complete"));
        }
        return base;
    }

    /** The release of Debian that the Dockerfile is based on. */
    private static String suite() throws IOException {
        return Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM debian:"))
                .map(line -> line.replaceFirst("FROM debian:([a-z]+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private static void requirements() throws IOException, InterruptedException {
        assertThat(Shell.run("id -u").strip())
                .as("This test boots a Debian system and needs root: sudo ./mvnw -Pdist,packages verify")
                .isEqualTo("0");
        for (String program : List.of("debootstrap", "systemd-nspawn", "nsenter")) {
            assertThat(new ProcessBuilder("sh", "-c", "command -v " + program)
                            .start()
                            .waitFor())
                    .as("This test needs %s: apt-get install debootstrap systemd-container util-linux", program)
                    .isZero();
        }
    }
}
