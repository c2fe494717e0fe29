package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A catalog with the definitions of a test. */
final class InMemoryCatalog extends ProbeCatalog {

    private final List<CatalogEntry> entries = new ArrayList<>();

    InMemoryCatalog() {
        super(null, null);
    }

    static Probe probe(String slug, boolean enabled) {
        return probe(slug, enabled, new Cadence.Every(Duration.ofMinutes(1)));
    }

    static Probe probe(String slug, boolean enabled, Cadence cadence) {
        Profile desktop = new Profile(
                "desktop",
                new Viewport(1350, 940, 1, false, false),
                NetworkConditions.UNTHROTTLED,
                1,
                Optional.empty());
        return new Probe(
                new ProbeId(slug),
                slug,
                new Target.PageTarget(WebUrl.parse("http://127.0.0.1/"), List.of()),
                cadence,
                1,
                desktop,
                List.of(LocationName.DEFAULT),
                enabled,
                List.of(),
                List.of(),
                List.of(),
                PageLoadSettings.plain());
    }

    InMemoryCatalog with(Probe probe, Instant changedAt) {
        entries.add(new CatalogEntry(probe, 1, Optional.empty(), changedAt));
        return this;
    }

    @Override
    public List<CatalogEntry> all() {
        return List.copyOf(entries);
    }

    @Override
    public Optional<CatalogEntry> find(ProbeId id) {
        return entries.stream().filter(entry -> entry.probe().id().equals(id)).findFirst();
    }

    @Override
    public long revision() {
        return entries.size();
    }
}
