package dev.tidemark.budgeting;

import dev.tidemark.catalogue.ProbeCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which limits hold for a probe. */
@Path("/probes/{id}/explain")
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
    @Operation(
            summary = "Which limits hold, from where, and the verdict of each with its arithmetic",
            description = "At each of the probe's locations, or at ?location=, right now.")
    public Map<String, Object> explain(@PathParam("id") String slug, @QueryParam("location") String location) {
        AskedProbe asked = AskedProbe.find(catalog, slug);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("probe", slug);
        json.put(
                "items",
                asked.places(location).stream()
                        .map(place -> ExplainDocument.of(explanations.of(asked.probe(), place)))
                        .toList());
        return json;
    }
}
