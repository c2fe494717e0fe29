package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Runs a probe on demand. */
@Path("/probes/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RunRequestResource {

    private final ProbeCatalog catalog;
    private final RunRequests requests;

    public RunRequestResource() {
        this(null, null);
    }

    @Inject
    public RunRequestResource(ProbeCatalog catalog, RunRequests requests) {
        this.catalog = catalog;
        this.requests = requests;
    }

    @POST
    @Operation(
            summary = "Run a probe now, at the front of the queue",
            description =
                    "Also runs a paused probe. Without a location, the probe runs at the location of this node, or"
                            + " else at its first one. The Location header points to the run; add ?wait=PT60S to wait for its end.")
    public Response request(@PathParam("id") String id, @QueryParam("location") String location) {
        Probe probe = find(id);
        RunId run = requests.request(probe.id(), choose(probe, Optional.ofNullable(location)));
        return Response.accepted(Map.of("id", run.toString(), "probe", id, "state", "queued"))
                .location(URI.create("runs/" + run))
                .build();
    }

    private Probe find(String id) {
        return Optional.of(id)
                .filter(ProbeId::isValid)
                .flatMap(slug -> catalog.find(new ProbeId(slug)))
                .map(CatalogEntry::probe)
                .orElseThrow(() -> problem(404, LocalizedMessage.of("schedule.request.unknownProbe", id)));
    }

    private LocationName choose(Probe probe, Optional<String> asked) {
        List<LocationName> locations = probe.locations();
        if (asked.isEmpty()) {
            return locations.contains(requests.here()) ? requests.here() : locations.get(0);
        }
        return locations.stream()
                .filter(location -> location.name().equals(asked.get()))
                .findFirst()
                .orElseThrow(() -> problem(
                        422,
                        LocalizedMessage.of("schedule.request.unknownLocation", probe.id(), asked.get(), LocalizedMessage.listed(locations))));
    }

    private static ProblemException problem(int status, LocalizedMessage detail) {
        return new ProblemException(status, detail.toString());
    }
}
