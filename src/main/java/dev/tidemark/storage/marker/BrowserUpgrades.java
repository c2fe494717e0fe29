package dev.tidemark.storage.marker;

import dev.tidemark.model.result.Engine;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes by itself when another browser begins to measure a probe: a step in the trend may come from there. */
@ApplicationScoped
public class BrowserUpgrades {

    /** Two nodes with different browsers take turns: that is no upgrade at every run. */
    private static final int COMPARED_RUNS = 10;

    private final RunHistory history;
    private final Markers markers;

    @Inject
    public BrowserUpgrades(RunHistory history, Markers markers) {
        this.history = history;
        this.markers = markers;
    }

    /** Makes a marker when none of the runs before had the browser of this one. */
    public void detect(Run run) {
        Optional<String> browser = browser(run);
        List<String> known = history.last(run.slot().probe(), run.slot().location(), COMPARED_RUNS + 1).stream()
                .filter(one -> one.slot().plannedAt().isBefore(run.slot().plannedAt()))
                .flatMap(one -> browser(one).stream())
                .toList();
        browser.filter(name -> !known.isEmpty() && !known.contains(name))
                .ifPresent(name -> markers.addOnce(upgrade(run, known.get(0), name)));
    }

    private static Marker upgrade(Run run, String before, String now) {
        String title = before + " → " + now + " at " + run.slot().location();
        return new Marker(
                UUID.randomUUID(),
                Marker.Kind.BROWSER,
                run.slot().plannedAt(),
                Optional.of(run.slot().probe()),
                Optional.empty(),
                title.substring(0, Math.min(title.length(), Marker.MAX_TITLE_LENGTH)),
                Optional.empty(),
                "tidemark");
    }

    private static Optional<String> browser(Run run) {
        return run.engine().map(Engine::browser).filter(name -> !name.isBlank());
    }
}
