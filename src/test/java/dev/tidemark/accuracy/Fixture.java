package dev.tidemark.accuracy;

import dev.tidemark.model.probe.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A page to measure: its path on the site, and the steps to perform. A pause lets the reference finish as well. */
record Fixture(String path, List<Step> steps) {

    private static final Step PAUSE = new Step.Pause(Duration.ofMillis(1_500));
    private static final List<Step> GO = List.of(new Step.Click("#go"), PAUSE);

    private static final Map<String, List<Step>> STEPS = Map.of(
            "shift-after-click.html",
            List.of(new Step.Click("#more"), PAUSE),
            "click-slow-handler.html",
            GO,
            "click-late-paint.html",
            GO,
            "click-then-larger.html",
            GO,
            "typing.html",
            List.of(new Step.Click("#q"), new Step.Fill("#q", "tide"), PAUSE),
            "typing-long.html",
            List.of(new Step.Fill("#q", "tidemark".repeat(20)), PAUSE));

    /** Every page of the directory, some of them also with other parameters. */
    static List<Fixture> all() {
        List<Fixture> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/site"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .map(Fixture::of)
                    .forEach(all::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        all.add(of("static-text.html?ms=1200"));
        all.add(of("redirect?to=/hero-image.html&ms=300"));
        all.add(of("redirect?to=/redirect%3Fto%3D%2Fstatic-text.html%26ms%3D250&ms=250"));
        return all;
    }

    static Fixture of(String path) {
        return new Fixture(path, STEPS.getOrDefault(path, List.of(PAUSE)));
    }
}
