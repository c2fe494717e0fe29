package dev.tidemark.config.importer;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budgets that come from elsewhere, over HTTP. */
@Path("/budgets")
@Tag(name = "Budgets", description = "Budgets by name, and from files of other tools")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BudgetImportResource {

    private static final int INVALID = 422;

    @GET
    @Path("presets")
    @Operation(
            summary = "Budgets that a probe can name",
            description = "As {\"preset\": \"core-web-vitals\"} in its budgets.")
    public Map<String, Object> presets() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", BudgetPresets.all().stream().map(BudgetImportResource::shown).toList());
        json.put("next", null);
        return json;
    }

    @POST
    @Path("import")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    @Operation(
            summary = "What a budget file of another tool comes to",
            description =
                    "Returns budgets to be put into a probe; nothing is saved. What has no equal here is listed with"
                            + " its reason. Give the page's url when the file tells pages apart.")
    public Map<String, Object> imported(
            @QueryParam("format") @DefaultValue("") String format,
            @QueryParam("url") URI url,
            @QueryParam("alias") String alias,
            @QueryParam("formFactor") @DefaultValue("mobile") String formFactor,
            String text) {
        ValidationErrors faults = new ValidationErrors();
        PageUrlMatcher page = new PageUrlMatcher(
                Optional.ofNullable(url),
                Optional.ofNullable(alias),
                formFactor.equals("desktop") ? FormFactor.DESKTOP : FormFactor.MOBILE);
        ImportedBudgets imported = read(format, text, page, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(
                    400,
                    "Unreadable file",
                    "",
                    faults.all().stream().map(BudgetImportResource::error).toList()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", format);
        json.put(
                "budgets",
                ProbeWriter.budgets(imported.budgets().stream()
                        .map(limit -> limit.on(limit.terms().from("import " + format)))
                        .toList()));
        json.put("ignored", told(imported.ignored()));
        return json;
    }

    private static ImportedBudgets read(String format, String text, PageUrlMatcher page, ValidationErrors faults) {
        try {
            return BudgetImporter.read(format, text, page, faults);
        } catch (IllegalArgumentException unknownFormat) {
            throw new ProblemException(INVALID, unknownFormat.getMessage());
        }
    }

    private static Map<String, Object> shown(BudgetPreset preset) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", preset.name());
        json.put("title", preset.title());
        json.put("source", preset.source());
        json.put("budgets", ProbeWriter.budgets(preset.budgets()));
        json.put("targets", ProbeWriter.budgets(preset.targets()));
        json.put("withoutSource", preset.withoutSource());
        return json;
    }

    private static Problem.Error error(ValidationError fault) {
        return new Problem.Error(
                fault.place().pointer(), "line " + fault.place().line() + ": " + fault.detail());
    }

    static List<Map<String, String>> told(List<ValidationError> ignored) {
        return ignored.stream()
                .map(fault -> Map.of("pointer", fault.place().pointer(), "reason", fault.detail()))
                .toList();
    }
}
