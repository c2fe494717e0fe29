package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/** The probe that a request path names. */
record RequestedProbe(Probe probe) {

    /** Finds the probe; 404 if it does not exist. */
    static RequestedProbe find(ProbeCatalog catalog, String slug) {
        return catalog.findBySlug(slug)
                .map(CatalogEntry::probe)
                .map(RequestedProbe::new)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.probe.notFoundList", slug)));
    }

    /** All its locations, or the requested one; 422 if the probe does not run there. */
    List<LocationName> locations(String requested) {
        List<LocationName> locations = probe.locations().stream()
                .filter(one -> requested == null || one.name().equals(requested))
                .toList();
        if (locations.isEmpty()) {
            throw new ProblemException(
                    422,
                    LocalizedMessage.of(
                            "problem.location.notOfProbe",
                            probe.id(),
                            requested,
                            LocalizedMessage.list(probe.locations())));
        }
        return locations;
    }
}
