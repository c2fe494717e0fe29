package dev.tidemark.accuracy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The reference that measures the same load as the collector: the web-vitals library, fetched by npm if available (it is not part
 * of this repository), and additional observers. Without npm, the observers replace the library.
 */
record ReferenceScript(String text, String name) {

    private static final String PACKAGE = "web-vitals@6.2.3";
    private static final Path FOLDER = Path.of("target", "web-vitals");

    static ReferenceScript fetched() throws IOException {
        String own = ownObservers().text();
        Path library = FOLDER.resolve("package/dist/web-vitals.attribution.iife.js");
        if (Files.exists(library) || fetch()) {
            return new ReferenceScript(Files.readString(library) + "\n" + own, PACKAGE);
        }
        return ownObservers();
    }

    static ReferenceScript ownObservers() throws IOException {
        try (InputStream script = ReferenceScript.class.getResourceAsStream("reference.js")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return new ReferenceScript(text, "own observers instead of " + PACKAGE + ", which npm did not fetch");
        }
    }

    private static boolean fetch() throws IOException {
        Files.createDirectories(FOLDER);
        return run("npm", "pack", PACKAGE) && run("tar", "xzf", "web-vitals-6.2.3.tgz");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
