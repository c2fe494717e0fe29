package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a real hierarchy of control groups, where this user may change it; with limits where it has the controllers. */
class ControlGroupIT {

    private static final List<String> LIMITED = List.of("memory", "pids");

    private Path group;
    private List<String> controllers = List.of();
    private Process server;
    private Process browser;

    @BeforeEach
    void createGroup() throws IOException {
        Path root = Stream.of("/sys/fs/cgroup", "/sys/fs/cgroup/unified")
                .map(Path::of)
                .filter(path -> Files.isWritable(path.resolve("cgroup.procs")))
                .findFirst()
                .orElse(null);
        assumeThat(root).as("a writable cgroup v2 hierarchy").isNotNull();
        group = Files.createDirectory(
                root.resolve("tidemark-test-" + ProcessHandle.current().pid()));
        List<String> available =
                List.of(Files.readString(group.resolve("cgroup.controllers")).split("\\s+"));
        controllers = available.containsAll(LIMITED) ? LIMITED : List.of();
        server = started(new ArrayList<>());
        Files.writeString(group.resolve("cgroup.procs"), String.valueOf(server.pid()));
    }

    @AfterEach
    void removeGroup() throws Exception {
        for (Process one : Stream.of(server, browser).filter(one -> one != null).toList()) {
            one.destroyForcibly().waitFor();
        }
        if (group != null) {
            for (Path path : List.of(group.resolve("server"), group)) {
                for (int attempt = 0; Files.exists(path) && !path.toFile().delete() && attempt < 100; attempt++) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        }
    }

    private static Process started(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("sleep", "300"));
        return new ProcessBuilder(command).start();
    }

    private static List<String> processes(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("cgroup.procs"));
    }

    @Test
    void whenABrowserStarts_thenItIsInAGroupOfItsOwn_whichEndsWithIt() throws Exception {
        ControlGroup divided = ControlGroup.divide(group, controllers);
        assertThat(processes(group)).isEmpty();
        assertThat(processes(group.resolve("server"))).containsExactly(String.valueOf(server.pid()));

        BrowserGroup own = divided.open();
        browser = started(own.prefix());

        for (int attempt = 0; processes(own.folder()).isEmpty() && attempt < 500; attempt++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(processes(own.folder())).containsExactly(String.valueOf(browser.pid()));
        if (!controllers.isEmpty()) {
            assertThat(Files.readString(own.folder().resolve("memory.max")).strip())
                    .matches("\\d+");
            assertThat(Files.readString(own.folder().resolve("memory.oom.group")))
                    .startsWith("1");
            assertThat(Files.readString(own.folder().resolve("pids.max"))).startsWith("4096");
        }
        own.close();
        assertThat(browser.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(own.folder()).doesNotExist();
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void whenAGroupIsLeftBehind_thenTheNextStartRemovesIt() throws Exception {
        BrowserGroup left = ControlGroup.divide(group, controllers).open();

        ControlGroup.divide(group, controllers);

        assertThat(left.folder()).doesNotExist();
    }

    @Test
    void whenTheGroupWasNotDelegated_thenNothingIsMoved() {
        assertThat(ControlGroup.delegated()).isEmpty();
    }
}
