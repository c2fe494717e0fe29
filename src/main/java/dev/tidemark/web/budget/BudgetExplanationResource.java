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
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Explains the limits of a probe. */
@Path("/probes/{id}/explain")
@Tag(name = "Budgets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BudgetExplanationResource {

    private final ProbeCatalog catalog;
    private final BudgetExplainer explanations;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public BudgetExplanationResource() {
        this(null, null);
    }

    @Inject
    public BudgetExplanationResource(ProbeCatalog catalog, BudgetExplainer explanations) {
        this.catalog = catalog;
        this.explanations = explanations;
    }

    @GET
    @Operation(
            summary = "List the limits of a probe with their origin, their verdict and how it was calculated",
            description = "Current verdicts at each location of the probe, or at ?location=.")
    @Parameter(ref = "Location")
    public Map<String, Object> explain(@PathParam("id") String slug, @Context UriInfo uri) {
        RequestedProbe requested = RequestedProbe.find(catalog, slug);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("probe", slug);
        json.put(
                "items",
                requested.locations(uri).stream()
                        .map(place -> BudgetExplanationDocument.of(explanations.of(requested.probe(), place)))
                        .toList());
        return json;
    }
}
