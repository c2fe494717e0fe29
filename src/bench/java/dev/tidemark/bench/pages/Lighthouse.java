package dev.tidemark.bench.pages;

import dev.tidemark.it.TestBrowser;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Google's Lighthouse, installed with npm on first use, running the same browser as Tidemark. */
final class Lighthouse {
    /** The latest version that runs on Node.js 18 and newer. */
    private static final String VERSION = "12.8.2";

    private static final Path FOLDER = Path.of("target", "lighthouse");
    private static final Path PROGRAM = FOLDER.resolve("node_modules/lighthouse/cli/index.js");
    private static final int PATIENCE_SECONDS = 180;

    private Lighthouse() {}

    /** Empty, with a message, without Node.js or without access to the npm registry. */
    @SuppressWarnings("SystemOut")
    static Optional<Lighthouse> ready() throws InterruptedException {
        try {
            Files.createDirectories(FOLDER);
            if (!Files.exists(PROGRAM)) {
                System.out.println("Installing Lighthouse " + VERSION + " ...");
                run(List.of(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        FOLDER.toString(),
                        "lighthouse@" + VERSION));
            }
            return Optional.of(new Lighthouse());
        } catch (IOException none) {
            System.out.println(
                    "Skipping Lighthouse: it requires Node.js 18 or newer with npm, and access to the npm registry. "
                            + none.getMessage());
            return Optional.empty();
        }
    }

    /** @param form desktop or mobile, with Lighthouse's default throttling for each */
    LighthouseResult median(String url, String form, int rounds) throws IOException, InterruptedException {
        List<LighthouseResult> looks = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            looks.add(look(url, form));
        }
        return LighthouseResult.median(looks);
    }

    private LighthouseResult look(String url, String form) throws IOException, InterruptedException {
        Path report = FOLDER.resolve("report.json");
        List<String> command = new ArrayList<>(List.of(
                "node",
                PROGRAM.toString(),
                url,
                "--quiet",
                "--chrome-flags=--headless --no-sandbox --disable-dev-shm-usage",
                "--only-categories=performance,accessibility,best-practices",
                "--output=json",
                "--output-path=" + report));
        if (form.equals("desktop")) {
            command.add("--preset=desktop");
        }
        run(command);
        try (InputStream in = Files.newInputStream(report)) {
            return LighthouseResult.of(Json.createReader(in).readObject());
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = FOLDER.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("CHROME_PATH", TestBrowser.chromium().toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " did not finish within " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " exited with code " + process.exitValue() + ", see " + log);
        }
    }
}
