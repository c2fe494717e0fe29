package dev.tidemark.config.importer;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.runtime.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports recorded journeys over HTTP. */
@Path("/journeys")
@Tag(name = "Probes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JourneyImportResource {

    @POST
    @Path("import")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Convert a recording of Chrome DevTools",
            description = "Converts the JSON export into a journey for a probe without saving it. Steps that are"
                    + " not supported are listed with the reason.")
    public Map<String, Object> imported(String recording, @Context HttpHeaders headers) {
        ValidationErrors errors = new ValidationErrors();
        ImportedJourney recorded = RecordingImporter.read(recording, errors);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.of(400, errors.all().get(0).text()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", recorded.title());
        json.put("journey", ProbeWriter.journey(recorded.steps()));
        json.put("ignored", BudgetImportResource.reasons(recorded.ignored(), RequestLanguage.of(headers)));
        return json;
    }
}
