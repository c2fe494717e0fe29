package dev.tidemark.it.release;

import dev.tidemark.it.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** This machine and a user without privileges: the user of this process, or nobody if that is root. The environment is empty. */
final class UnprivilegedMachine implements Machine {
    private static final String NOBODY = "65534";
    private final Path home;
    private final Map<String, String> environment;
    private final boolean root;

    private UnprivilegedMachine(Path home, Map<String, String> environment, boolean root) {
        this.home = home;
        this.environment = environment;
        this.root = root;
    }

    /** @param withoutJava whether no directory of {@code PATH} has a {@code java} */
    static UnprivilegedMachine create(int port, boolean withoutJava) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(Path.of("/var/tmp"), "tidemark");
        boolean root = Shell.run("id -u").strip().equals("0");
        String path = "/usr/local/bin:/usr/bin:/bin";
        if (withoutJava) {
            path = programsWithoutJava(home.resolve("programs")).toString();
        }
        Path folder = Files.createDirectories(home.resolve("folder"));
        if (root) {
            Shell.run("chown " + NOBODY + " " + home + " " + folder);
        }
        return new UnprivilegedMachine(
                home,
                Map.of(
                        "PATH", path,
                        "HOME", home.toString(),
                        "XDG_DATA_HOME", home.resolve("share").toString(),
                        "TIDEMARK_CHROMIUM", TestBrowser.chromium().toString(),
                        "TIDEMARK_API_TOKEN", FirstDataPoint.TOKEN,
                        "TIDEMARK_HTTP_PORT", String.valueOf(port)),
                root);
    }

    /** The same with more, or other, variables. */
    UnprivilegedMachine with(Map<String, String> variables) {
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(variables);
        return new UnprivilegedMachine(home, both, root);
    }

    @Override
    public Path folder() {
        return home.resolve("folder");
    }

    @Override
    public Process start(String commands) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.addAll(List.of("/bin/sh", "-ec", commands));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Browsers that are ending may still write into their profiles. */
    void delete() throws IOException, InterruptedException {
        Shell.run("for attempt in 1 2 3 4 5; do chmod -R u+w " + home + " && rm -rf " + home
                + " && exit; sleep 2; done; exit 1");
    }

    private static Path programsWithoutJava(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String directory : List.of("/usr/bin", "/bin")) {
            try (Stream<Path> programs = Files.list(Path.of(directory))) {
                for (Path program : programs.toList()) {
                    Path link = folder.resolve(program.getFileName());
                    if (!link.getFileName().toString().startsWith("java") && !Files.exists(link)) {
                        Files.createSymbolicLink(link, program);
                    }
                }
            }
        }
        return folder;
    }
}
