package dev.tidemark.schedule;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.NetworkShape;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.Viewport;
import dev.tidemark.probe.Cadence;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.VisitSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions that a test puts in by hand. */
final class CatalogueInMemory extends ProbeCatalog {

    private final List<CatalogEntry> entries = new ArrayList<>();

    static Probe probe(String slug, boolean enabled) {
        Profile desktop = new Profile(
                "desktop", new Viewport(1350, 940, 1, false, false), NetworkShape.UNSHAPED, 1, Optional.empty());
        return new Probe(
                new ProbeId(slug),
                slug,
                new Target.Page(URI.create("http://127.0.0.1/"), List.of()),
                new Cadence.Every(Duration.ofMinutes(1)),
                1,
                desktop,
                List.of(LocationName.DEFAULT),
                enabled,
                List.of(),
                List.of(),
                List.of(),
                VisitSettings.plain());
    }

    CatalogueInMemory with(Probe probe, Instant changedAt) {
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
