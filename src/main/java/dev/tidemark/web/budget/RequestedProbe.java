package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.http.ProblemException;
import java.util.List;

/** The probe that a request's address names. */
record RequestedProbe(Probe probe) {

    /** A problem with status 404 when there is none. */
    static RequestedProbe find(ProbeCatalog catalog, String slug) {
        return catalog.findBySlug(slug)
                .map(CatalogEntry::probe)
                .map(RequestedProbe::new)
                .orElseThrow(() -> new ProblemException(
                        404, "There is no probe \"" + slug + "\"; GET /api/v1/probes lists those there are"));
    }

    /** All its locations, or the one that is asked for; a problem with status 422 when that is none of them. */
    List<LocationName> places(String asked) {
        List<LocationName> places = probe.locations().stream()
                .filter(one -> asked == null || one.name().equals(asked))
                .toList();
        if (places.isEmpty()) {
            throw new ProblemException(
                    422, "location \"" + asked + "\" is none of the probe's; it has " + probe.locations());
        }
        return places;
    }
}
