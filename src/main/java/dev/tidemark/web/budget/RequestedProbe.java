package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** The probe that a request path names. */
record RequestedProbe(Probe probe) {

    /** Finds the probe; 404 if it does not exist. */
    static RequestedProbe find(ProbeCatalog catalog, String slug) {
        return catalog.findBySlug(slug)
                .map(CatalogEntry::probe)
                .map(RequestedProbe::new)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.probe.notFoundList", slug)));
    }

    /** All its locations, or that of the query parameter {@code location}; 422 if the probe does not run there. */
    List<LocationName> locations(UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<LocationName> requested = query.read("location", probe::requireLocation);
        query.requireValid();
        return requested.map(List::of).orElse(probe.locations());
    }
}
