package dev.tidemark.accuracy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One page to measure: its address on the site, and what a visitor does to it 1.5 s after it was painted. */
record Fixture(String path, Interaction interaction) {

    private static final Map<String, Interaction> INTERACTIONS = Map.of(
            "shift-after-click.html", page -> click(page, "#more"),
            "click-slow-handler.html", page -> click(page, "#go"),
            "click-late-paint.html", page -> click(page, "#go"),
            "click-then-larger.html", page -> click(page, "#go"),
            "typing.html", Fixture::type);

    /** Every page of the folder, and some of them in other ways. */
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
        return new Fixture(path, INTERACTIONS.getOrDefault(path, Interaction.NONE));
    }

    /** By real input; a click that a script makes is no input. */
    private static void click(Page page, String selector) {
        BoundingBox box = page.locator(selector).boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    private static void type(Page page) {
        click(page, "#q");
        page.keyboard().type("tide");
    }
}
