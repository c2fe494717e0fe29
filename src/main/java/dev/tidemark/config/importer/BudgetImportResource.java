package dev.tidemark.config.importer;

import dev.tidemark.config.document.NearestName;
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
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.platform.runtime.RequestLanguage;
import dev.tidemark.platform.url.WebUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budget presets, and the import of budget files, over HTTP. */
@Path("/budgets")
@Tag(name = "Budgets", description = "Budget presets, and import of budget files of other tools")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BudgetImportResource {

    private static final int INVALID = 422;

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
    public Map<String, Object> imported(
            @QueryParam("format") @DefaultValue("") String format,
            @QueryParam("url") String url,
            @QueryParam("alias") String alias,
            @QueryParam("formFactor") String formFactor,
            String text,
            @Context HttpHeaders headers) {
        ValidationErrors errors = new ValidationErrors();
        PageUrlMatcher page = new PageUrlMatcher(
                Optional.ofNullable(url).flatMap(WebUrl::tryParse), Optional.ofNullable(alias), formFactor(formFactor));
        ImportedBudgets imported = read(format, text, page, headers, errors);
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

    private static Optional<FormFactor> formFactor(String given) {
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (given.toLowerCase(Locale.ROOT)) {
                    case "desktop" -> FormFactor.DESKTOP;
                    case "mobile" -> FormFactor.MOBILE;
                    default ->
                        throw new ProblemException(
                                INVALID,
                                LocalizedMessage.of(
                                        "import.formFactor.unknown",
                                        given,
                                        NearestName.hint(given, List.of("desktop", "mobile"))));
                });
    }

    private static ImportedBudgets read(
            String format, String text, PageUrlMatcher page, HttpHeaders headers, ValidationErrors errors) {
        try {
            TextSyntax syntax = TextSyntax.ofMediaType(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
            return BudgetImporter.read(format, text, syntax, page, errors);
        } catch (InvalidValueException unknownFormat) {
            throw new ProblemException(INVALID, unknownFormat.localizedMessage());
        }
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
