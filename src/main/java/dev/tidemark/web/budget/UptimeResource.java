package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.ProbeCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The uptime of a probe. */
@Path("/probes/{id}/uptime")
@Tag(name = "Budgets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UptimeResource {

    private final ProbeCatalog catalog;
    private final BudgetExplainer explanations;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public UptimeResource() {
        this(null, null);
    }

    @Inject
    public UptimeResource(ProbeCatalog catalog, BudgetExplainer explanations) {
        this.catalog = catalog;
        this.explanations = explanations;
    }

    @GET
    @Operation(
            summary = "Get the uptime over 24 hours, 7, 30 and 90 days",
            description =
                    "Excludes monitor failures, runs blocked by the address policy and runs during" + " maintenance.")
    @Parameter(ref = "Location")
    public Map<String, Object> uptime(@PathParam("id") String slug, @Context UriInfo uri) {
        RequestedProbe requested = RequestedProbe.find(catalog, slug);
        List<Object> items = requested.locations(uri).stream()
                .map(place -> (Object) Map.of(
                        "location",
                        place.name(),
                        "uptime",
                        explanations.uptimes(requested.probe(), place).stream()
                                .map(BudgetExplanationDocument::of)
                                .toList()))
                .toList();
        return Map.of("probe", slug, "items", items);
    }
}
