package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.Preconditions;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Maintenance windows over HTTP. */
@ApplicationScoped
@Path("/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance", description = "Maintenance windows, which are excluded from evaluation")
public class MaintenanceResource {

    private static final Duration AHEAD = Duration.ofDays(31);

    private final MaintenanceSchedule maintenance;
    private final Clock clock;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public MaintenanceResource() {
        this(null, null);
    }

    @Inject
    public MaintenanceResource(MaintenanceSchedule maintenance, Clock clock) {
        this.maintenance = maintenance;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List all maintenance windows by ID, with a description, whether they are active, and"
                    + " the next start")
    public Map<String, Object> list() {
        return Map.of("items", maintenance.all().stream().map(this::document).toList());
    }

    @GET
    @Path("/times")
    @Operation(
            summary = "List the occurrences of maintenance windows between from and to (default: the next 31"
                    + " days), at most 1,000")
    @Parameter(ref = "From")
    @Parameter(ref = "To")
    public Map<String, Object> times(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Instant from = query.instant("from").orElse(clock.instant());
        Instant to = query.instant("to").orElse(from.plus(AHEAD));
        query.requireOrder(Optional.of(from), Optional.of(to));
        query.requireValid();
        return Map.of(
                "items",
                maintenance.windows(new Interval(from, to)).stream()
                        .map(one -> Map.of(
                                "window", one.window().id(),
                                "name", one.window().name(),
                                "from", one.interval().from().toString(),
                                "until", one.interval().to().toString()))
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Get a maintenance window")
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        MaintenanceWindow window = maintenance.find(id).orElseThrow(() -> notFound(id));
        return new Preconditions(headers)
                .notModified(tag(window))
                .orElseGet(() -> shown(Response.ok(), window))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Schedule a maintenance window",
            description = "id, name, probes and tags (default: all probes), and the time: from and until; or"
                    + " start (02:00) with length (PT2H), zone and optionally weekdays or days of the month;"
                    + " or cron with length and zone.")
    public Response create(String json, @Context SecurityContext security) {
        MaintenanceWindow window = read(json, Optional.empty());
        if (!maintenance.add(window, CallerName.of(security))) {
            throw new ProblemException(409, LocalizedMessage.of("problem.maintenance.exists", window.id()));
        }
        return shown(Response.created(URI.create("maintenance/" + window.id())), window)
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a maintenance window; earlier runs keep their maintenance flag")
    @Parameter(ref = "IfMatch")
    @APIResponse(responseCode = "412", ref = "Changed")
    public Response replace(
            @PathParam("id") String id, String json, @Context SecurityContext security, @Context HttpHeaders headers) {
        Consumer<MaintenanceWindow> check = check(headers);
        MaintenanceWindow window = read(json, Optional.of(id));
        if (!maintenance.replace(window, CallerName.of(security), check)) {
            throw notFound(id);
        }
        return shown(Response.ok(), window).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a maintenance window; earlier runs keep their maintenance flag")
    @Parameter(ref = "IfMatch")
    @APIResponse(responseCode = "412", ref = "Changed")
    public void delete(@PathParam("id") String id, @Context HttpHeaders headers) {
        if (!maintenance.remove(id, check(headers))) {
            throw notFound(id);
        }
    }

    private Response.ResponseBuilder shown(Response.ResponseBuilder response, MaintenanceWindow window) {
        return response.tag(tag(window)).entity(document(window));
    }

    /** Depends on the definition only, unlike the document. */
    private static EntityTag tag(MaintenanceWindow window) {
        return Preconditions.tagOf(MaintenanceWindowWriter.fields(window));
    }

    private static Consumer<MaintenanceWindow> check(HttpHeaders headers) {
        Preconditions conditions = new Preconditions(headers);
        return stored -> conditions.requireForChange(tag(stored));
    }

    private Map<String, Object> document(MaintenanceWindow window) {
        Map<String, Object> json = MaintenanceWindowWriter.fields(window);
        Instant now = clock.instant();
        json.put(
                "words",
                LocalizedMessage.of(
                                "maintenance.summary",
                                window.scope().description(),
                                window.recurrence().description())
                        .toString());
        json.put("openNow", window.recurrence().covers(now));
        window.recurrence().within(new Interval(now, now.plus(AHEAD))).stream()
                .filter(one -> one.from().isAfter(now))
                .findFirst()
                .ifPresent(next -> json.put("next", next.from().toString()));
        return json;
    }

    private static MaintenanceWindow read(String json, Optional<String> known) {
        ValidationErrors found = new ValidationErrors();
        Optional<MaintenanceWindow> window = new MaintenanceWindowReader(found).json(json, known);
        return window.orElseThrow(
                () -> new ProblemException(found.problem(LocalizedMessage.of("problem.title.invalidMaintenance"))));
    }

    private static ProblemException notFound(String id) {
        return new ProblemException(404, LocalizedMessage.of("problem.maintenance.notFound", id));
    }
}
