package dev.tidemark.catalogue;

import dev.tidemark.observation.ProbeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The door to all definitions, wherever they came from. */
@ApplicationScoped
public class ProbeCatalog {

    /** Every probe, by id. */
    public List<CatalogEntry> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<CatalogEntry> find(ProbeId id) {
        throw new UnsupportedOperationException();
    }

    /** A number that changes whenever any definition changes; cheap to ask every second. */
    public long revision() {
        throw new UnsupportedOperationException();
    }
}
