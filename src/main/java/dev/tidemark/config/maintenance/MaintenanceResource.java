package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.Problem;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    public Map<String, Object> times(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Instant from = query.instant("from").orElse(clock.instant());
        Instant to = query.instant("to").orElse(from.plus(AHEAD));
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
    public Map<String, Object> get(@PathParam("id") String id) {
        return document(maintenance.find(id).orElseThrow(() -> notFound(id)));
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
        return Response.created(URI.create("maintenance/" + window.id()))
                .entity(document(window))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a maintenance window; earlier runs keep their maintenance flag")
    public Map<String, Object> replace(@PathParam("id") String id, String json, @Context SecurityContext security) {
        MaintenanceWindow window = read(json, Optional.of(id));
        if (!maintenance.replace(window, CallerName.of(security))) {
            throw notFound(id);
        }
        return document(window);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a maintenance window; earlier runs keep their maintenance flag")
    public void delete(@PathParam("id") String id) {
        if (!maintenance.remove(id)) {
            throw notFound(id);
        }
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
        List<Problem.Error> errors =
                found.all().stream().map(MaintenanceResource::error).toList();
        return window.orElseThrow(() -> new ProblemException(new Problem(
                422,
                LocalizedMessage.of("problem.title.invalidMaintenance"),
                LocalizedMessage.of("problem.errors.notSaved", errors.size()),
                errors)));
    }

    private static Problem.Error error(ValidationError error) {
        return new Problem.Error(error.place().pointer(), error.detail());
    }

    private static ProblemException notFound(String id) {
        return new ProblemException(404, LocalizedMessage.of("problem.maintenance.notFound", id));
    }
}
