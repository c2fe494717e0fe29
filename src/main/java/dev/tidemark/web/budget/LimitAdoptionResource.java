package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.http.Preconditions;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists suggested limits, and applies them or the limits of a preset. */
@Path("/probes/{id}/budgets")
@Tag(name = "Budgets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LimitAdoptionResource {

    private final ProbeCatalog catalog;
    private final LimitSuggestions suggestions;
    private final LimitAdoption adoption;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public LimitAdoptionResource() {
        this(null, null, null);
    }

    @Inject
    public LimitAdoptionResource(ProbeCatalog catalog, LimitSuggestions suggestions, LimitAdoption adoption) {
        this.catalog = catalog;
        this.suggestions = suggestions;
        this.adoption = adoption;
    }

    @GET
    @Path("suggestions")
    @Operation(
            summary = "List suggested limits: p90 of the last 14 days plus 10 %, next to the official" + " thresholds",
            description = "For each metric with at least 20 runs. Nothing is saved.")
    public Map<String, Object> suggested(@PathParam("id") String slug) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "items",
                suggestions.of(entry(slug).probe()).stream()
                        .map(LimitAdoptionResource::shown)
                        .toList());
        json.put("next", null);
        return json;
    }

    @POST
    @Path("suggestions")
    @Operation(summary = "Apply suggested limits: of the given metrics (?metric=LCP&metric=CLS), or all")
    @Parameter(ref = "SuggestedMetric")
    @Parameter(ref = "IfMatch")
    public Map<String, Object> adoptSuggestions(
            @PathParam("id") String slug, @Context UriInfo uri, @Context HttpHeaders headers) {
        CatalogEntry entry = unchangedEntry(slug, headers);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        List<String> metrics = query.all("metric", text -> suggested(entry, Metric.parse(text)));
        query.requireValid();
        return budgets(adoption.adoptSuggestions(entry, metrics).probe());
    }

    @POST
    @Path("presets/{name}")
    @Operation(
            summary = "Apply the limits of a preset that can be evaluated for the probe",
            description = "Replaces the limits that were applied from the same preset before.")
    @Parameter(ref = "IfMatch")
    public Map<String, Object> adoptPreset(
            @PathParam("id") String slug, @PathParam("name") String name, @Context HttpHeaders headers) {
        return budgets(
                adoption.adopt(unchangedEntry(slug, headers), preset(name)).probe());
    }

    private String suggested(CatalogEntry entry, Metric metric) {
        if (suggestions.of(entry.probe()).stream().noneMatch(one -> one.metric().equals(metric))) {
            throw new InvalidValueException(
                    "validation.metric.noSuggestion",
                    metric.code(),
                    entry.probe().id());
        }
        return metric.code();
    }

    private static BudgetPreset preset(String name) {
        try {
            return BudgetPresets.named(name);
        } catch (InvalidValueException unknown) {
            throw new ProblemException(404, unknown.localizedMessage());
        }
    }

    private CatalogEntry unchangedEntry(String slug, HttpHeaders headers) {
        CatalogEntry entry = entry(slug);
        new Preconditions(headers).requireForChange(entry.tag());
        return entry;
    }

    private CatalogEntry entry(String slug) {
        return catalog.findBySlug(slug)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.probe.notFound", slug)));
    }

    private static Map<String, Object> budgets(Probe probe) {
        return Map.of("probe", probe.id().slug(), "budgets", ProbeWriter.budgets(probe.budgets()));
    }

    private static Map<String, Object> shown(LimitSuggestion one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", one.metric().code());
        json.put("unit", one.metric().unit().symbol());
        json.put("p90", one.p90());
        json.put("runs", one.runs());
        json.put("limit", ProbeWriter.budgets(List.of(one.limit())).get(0));
        one.thresholds()
                .ifPresent(thresholds ->
                        json.put("official", Map.of("good", thresholds.good(), "poor", thresholds.poor())));
        return json;
    }
}
