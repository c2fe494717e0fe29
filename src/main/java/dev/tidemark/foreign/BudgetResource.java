package dev.tidemark.foreign;

import dev.tidemark.definition.Preset;
import dev.tidemark.definition.Presets;
import dev.tidemark.document.Fault;
import dev.tidemark.document.Faults;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.platform.Problem;
import dev.tidemark.platform.ProblemException;
import dev.tidemark.rendition.ProbeWriter;
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
public class BudgetResource {

    private static final int INVALID = 422;

    @GET
    @Path("presets")
    @Operation(
            summary = "Budgets that a probe can name",
            description = "As {\"preset\": \"core-web-vitals\"} in its budgets.")
    public Map<String, Object> presets() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", Presets.all().stream().map(BudgetResource::shown).toList());
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
        Faults faults = new Faults();
        PageAddress page = new PageAddress(
                Optional.ofNullable(url),
                Optional.ofNullable(alias),
                formFactor.equals("desktop") ? FormFactor.DESKTOP : FormFactor.MOBILE);
        Imported imported = read(format, text, page, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(
                    400,
                    "Unreadable file",
                    "",
                    faults.all().stream().map(BudgetResource::error).toList()));
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

    private static Imported read(String format, String text, PageAddress page, Faults faults) {
        try {
            return ForeignBudgets.read(format, text, page, faults);
        } catch (IllegalArgumentException unknownFormat) {
            throw new ProblemException(INVALID, unknownFormat.getMessage());
        }
    }

    private static Map<String, Object> shown(Preset preset) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", preset.name());
        json.put("title", preset.title());
        json.put("source", preset.source());
        json.put("budgets", ProbeWriter.budgets(preset.budgets()));
        json.put("targets", ProbeWriter.budgets(preset.targets()));
        json.put("withoutSource", preset.withoutSource());
        return json;
    }

    private static Problem.Error error(Fault fault) {
        return new Problem.Error(
                fault.place().pointer(), "line " + fault.place().line() + ": " + fault.detail());
    }

    static List<Map<String, String>> told(List<Fault> ignored) {
        return ignored.stream()
                .map(fault -> Map.of("pointer", fault.place().pointer(), "reason", fault.detail()))
                .toList();
    }
}
