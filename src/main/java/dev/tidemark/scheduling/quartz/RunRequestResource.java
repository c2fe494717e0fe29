package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Runs a probe on demand. */
@Path("/probes/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RunRequestResource {

    private final ProbeCatalog catalog;
    private final RunRequests requests;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
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
            summary = "Run a probe now, with priority",
            description = "Works for paused probes too. The default location is that of this node if the probe"
                    + " runs there, else the first location of the probe. The Location header is the URL of"
                    + " the run; add ?wait=PT60S to it to wait for the end.")
    @Parameter(ref = "Location")
    public Response request(@PathParam("id") String id, @Context UriInfo uri) {
        Probe probe = find(id);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<LocationName> requested = query.read("location", probe::requireLocation);
        query.requireValid();
        RunId run = requests.request(probe.id(), requested.orElseGet(() -> defaultLocation(probe)));
        return Response.accepted(Map.of("id", run.toString(), "probe", id, "state", "queued"))
                .location(URI.create("runs/" + run))
                .build();
    }

    private Probe find(String id) {
        return catalog.findBySlug(id)
                .map(CatalogEntry::probe)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.probe.notFound", id)));
    }

    private LocationName defaultLocation(Probe probe) {
        List<LocationName> locations = probe.locations();
        return locations.contains(requests.nodeLocation()) ? requests.nodeLocation() : locations.get(0);
    }
}
