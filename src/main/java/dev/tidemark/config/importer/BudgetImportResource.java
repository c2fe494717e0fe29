package dev.tidemark.config.importer;

import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.platform.runtime.RequestLanguage;
import dev.tidemark.platform.url.WebUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budget presets, and the import of budget files, over HTTP. */
@Path("/budgets")
@Tag(name = "Budgets", description = "Budget presets, and import of budget files of other tools")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BudgetImportResource {

    @GET
    @Path("presets")
    @Operation(
            summary = "List the budget presets",
            description = "A probe uses one as {\"preset\": \"core-web-vitals\"} in its budgets.")
    public Map<String, Object> presets() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "items",
                BudgetPresets.all().stream().map(BudgetImportResource::document).toList());
        json.put("next", null);
        return json;
    }

    @POST
    @Path("import")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    @Operation(
            summary = "Convert a budget file of another tool",
            description =
                    "Returns budgets for a probe without saving them. Parts that are not supported are"
                            + " listed with the reason. Set url when the file has different budgets per page."
                            + " formFactor (desktop or mobile) selects the score curves; by default the file decides, otherwise mobile applies.")
    @Parameter(ref = "BudgetFormat")
    @Parameter(ref = "PageUrl")
    @Parameter(ref = "PageAlias")
    @Parameter(ref = "FormFactor")
    public Map<String, Object> imported(@Context UriInfo uri, String text, @Context HttpHeaders headers) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<String> format = query.choice("format", BudgetImporter.formatNames(), name -> name);
        PageUrlMatcher page = new PageUrlMatcher(
                query.read("url", WebUrl::parse),
                query.read("alias", alias -> alias),
                query.choice("formFactor", List.of(FormFactor.values()), form -> form.name()
                        .toLowerCase(Locale.ROOT)));
        if (!query.has("format")) {
            query.addError(
                    "format",
                    LocalizedMessage.of(
                            "validation.parameter.missing", String.join(", ", BudgetImporter.formatNames())));
        }
        query.requireValid();
        return imported(format.orElseThrow(), text, page, headers);
    }

    private static Map<String, Object> imported(String format, String text, PageUrlMatcher page, HttpHeaders headers) {
        ValidationErrors errors = new ValidationErrors();
        TextSyntax syntax = TextSyntax.ofMediaType(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        ImportedBudgets imported = BudgetImporter.read(format, text, syntax, page, errors);
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    400,
                    LocalizedMessage.of("problem.title.unreadableFile"),
                    LocalizedMessage.EMPTY,
                    errors.all().stream().map(BudgetImportResource::error).toList()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", format);
        json.put(
                "budgets",
                ProbeWriter.budgets(imported.budgets().stream()
                        .map(limit -> limit.withScope(limit.scope().withOrigin("import " + format)))
                        .toList()));
        json.put("ignored", reasons(imported.ignored(), RequestLanguage.of(headers)));
        return json;
    }

    private static Map<String, Object> document(BudgetPreset preset) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", preset.name());
        json.put("title", preset.title().toString());
        json.put("source", preset.source());
        json.put("budgets", ProbeWriter.budgets(preset.budgets()));
        json.put("targets", ProbeWriter.budgets(preset.targets()));
        json.put("pagesOnly", preset.pagesOnly().stream().map(Metric::code).toList());
        json.put("withoutSource", preset.withoutSource());
        return json;
    }

    private static Problem.Error error(ValidationError error) {
        return new Problem.Error(
                error.place().pointer(),
                error.place().line() > 0
                        ? LocalizedMessage.of(
                                "problem.error.line", error.place().line(), error.detail())
                        : error.detail());
    }

    static List<Map<String, String>> reasons(List<ValidationError> ignored, Messages language) {
        return ignored.stream()
                .map(error -> Map.of("pointer", error.place().pointer(), "reason", language.format(error.detail())))
                .toList();
    }
}
