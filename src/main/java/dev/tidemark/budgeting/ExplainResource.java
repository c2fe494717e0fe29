package dev.tidemark.budgeting;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.platform.ProblemException;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which limits hold for a probe, and how often it could be loaded. */
@Path("/probes/{id}")
@Tag(name = "Budgets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ExplainResource {

    private final ProbeCatalog catalog;
    private final Explanations explanations;

    /** For the proxy; public, because RESTEasy looks for it (RESTEASY003190). */
    public ExplainResource() {
        this(null, null);
    }

    @Inject
    public ExplainResource(ProbeCatalog catalog, Explanations explanations) {
        this.catalog = catalog;
        this.explanations = explanations;
    }

    @GET
    @Path("explain")
    @Operation(
            summary = "Which limits hold, from where, and the verdict of each with its arithmetic",
            description = "At each of the probe's locations, or at ?location=, right now.")
    public Map<String, Object> explain(@PathParam("id") String slug, @QueryParam("location") String location) {
        Probe probe = probe(slug);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("probe", slug);
        json.put(
                "items",
                places(probe, location).stream()
                        .map(place -> ExplainDocument.of(explanations.of(probe, place)))
                        .toList());
        return json;
    }

    @GET
    @Path("uptime")
    @Operation(
            summary = "The share of good runs over 24 h, 7, 30 and 90 days",
            description = "Our own faults, the policy's and runs in maintenance are left out.")
    public Map<String, Object> uptime(@PathParam("id") String slug, @QueryParam("location") String location) {
        Probe probe = probe(slug);
        List<Object> items = places(probe, location).stream()
                .map(place -> (Object) Map.of(
                        "location",
                        place.name(),
                        "uptime",
                        explanations.uptimes(probe, place).stream()
                                .map(ExplainDocument::of)
                                .toList()))
                .toList();
        return Map.of("probe", slug, "items", items);
    }

    private Probe probe(String slug) {
        return Optional.of(slug)
                .filter(ProbeId::isValid)
                .flatMap(id -> catalog.find(new ProbeId(id)))
                .map(CatalogEntry::probe)
                .orElseThrow(() -> new ProblemException(
                        404, "There is no probe \"" + slug + "\"; GET /api/v1/probes lists those there are"));
    }

    private static List<LocationName> places(Probe probe, String asked) {
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
