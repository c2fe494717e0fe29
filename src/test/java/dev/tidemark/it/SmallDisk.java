package dev.tidemark.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program with a small file system in memory, in a mount namespace of its own, which ends with the program. */
public final class SmallDisk {

    private SmallDisk() {}

    /**
     * What the program prints; skips the test where user namespaces are not available.
     *
     * @param folder in which the file system is mounted, as {@code disk}
     * @param options of tmpfs: {@code size=1m}
     * @param preparation a shell command that is executed before the program
     * @param program its {@code main} gets the directory as its argument
     */
    public static String run(Path folder, String options, String preparation, Class<?> program)
            throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("disk"));
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String script = "mount -t tmpfs -o " + options + " tmpfs disk && " + preparation + " && exec " + java
                + " -cp \"$CLASSES\" " + program.getName() + " disk";
        ProcessBuilder builder = new ProcessBuilder(
                        List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("CLASSES", classPath());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assumeTrue(!output.contains("unshare:"), "User namespaces are not available");
        return output;
    }

    /** With absolute paths, as the program runs in another directory; some runners set a class path of their own. */
    private static String classPath() {
        String own = Path.of("target/test-classes").toAbsolutePath() + ":"
                + Path.of("target/classes").toAbsolutePath();
        return own + ":" + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
