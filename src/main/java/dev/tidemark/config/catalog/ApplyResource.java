package dev.tidemark.config.catalog;

import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.writer.ProbeDifference;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applies a bundle of probes over HTTP. */
@Path("/apply")
@Tag(name = "Probes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ApplyResource {

    private final BundleApplier applier;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public ApplyResource() {
        this(null);
    }

    @Inject
    public ApplyResource(BundleApplier applier) {
        this.applier = applier;
    }

    @POST
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml", "text/plain", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Apply a bundle of probe definitions atomically",
            description =
                    "A YAML or JSON bundle in the format of the probes directory, in UTF-8. dryRun returns the plan without"
                            + " applying it; prune deletes probes that the bundle does not contain, except those"
                            + " defined in files. Its budgets, each with tags, replace those that were applied"
                            + " before.")
    @APIResponse(
            responseCode = "200",
            description = "The plan of changes",
            content = @Content(schema = @Schema(ref = "Plan")))
    @APIResponse(
            responseCode = "409",
            description = "A probe is defined in a file",
            content = @Content(schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    @Parameter(ref = "DryRun")
    @Parameter(ref = "Prune")
    public Map<String, Object> apply(
            @Context UriInfo uri,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            String text) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        boolean dryRun = query.flag("dryRun");
        boolean prune = query.flag("prune");
        query.requireValid();
        ApplyPlan plan = applier.apply(DefinitionReader.bundle(text, TextSyntax.ofMediaType(type)), prune, dryRun);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dryRun", dryRun);
        json.put(
                "created",
                slugs(plan.created().stream().map(probe -> probe.id()).toList()));
        json.put(
                "changed",
                plan.changed().entrySet().stream()
                        .map(change -> changed(change.getKey(), change.getValue()))
                        .toList());
        json.put("deleted", slugs(plan.deleted()));
        json.put("unchanged", slugs(plan.unchanged()));
        plan.shared()
                .ifPresent(shared -> json.put(
                        "budgets",
                        Map.of(
                                "changed", shared.hasChanges(),
                                "before", ProbeWriter.shared(shared.before()),
                                "after", ProbeWriter.shared(shared.after()))));
        return json;
    }

    private static Map<String, Object> changed(ProbeId id, List<ProbeDifference> differences) {
        List<Map<String, String>> diff = differences.stream()
                .map(one -> Map.of("pointer", one.pointer(), "before", one.before(), "after", one.after()))
                .toList();
        return Map.of("id", id.slug(), "diff", diff);
    }

    private static List<String> slugs(List<ProbeId> ids) {
        return ids.stream().map(ProbeId::slug).toList();
    }
}
