package dev.tidemark.storage.marker;

import dev.tidemark.model.result.Engine;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds an annotation when a different browser version measures a probe, as it may cause a step in the trend. */
@ApplicationScoped
public class BrowserUpgrades {

    /** Compares with several runs, as nodes with different browsers alternate: that is not an upgrade at every run. */
    private static final int COMPARED_RUNS = 10;

    private final RunHistory history;
    private final Markers markers;

    @Inject
    public BrowserUpgrades(RunHistory history, Markers markers) {
        this.history = history;
        this.markers = markers;
    }

    /** Adds the annotation if none of the preceding runs used the browser of this run. */
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
