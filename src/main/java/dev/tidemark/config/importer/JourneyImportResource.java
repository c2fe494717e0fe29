package dev.tidemark.config.importer;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recorded journeys over HTTP. */
@Path("/journeys")
@Tag(name = "Probes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JourneyImportResource {

    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a recording of Chrome DevTools comes to",
            description = "Takes the recording as JSON and returns a journey to be put into a probe; nothing is saved."
                    + " What has no equal here is listed with its reason.")
    public Map<String, Object> imported(String recording) {
        ValidationErrors faults = new ValidationErrors();
        ImportedJourney recorded = RecordingImporter.read(recording, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(
                    400, faults.all().get(0).place() + " " + faults.all().get(0).detail()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", recorded.title());
        json.put("journey", ProbeWriter.journey(recorded.steps()));
        json.put("ignored", BudgetImportResource.told(recorded.ignored()));
        return json;
    }
}
