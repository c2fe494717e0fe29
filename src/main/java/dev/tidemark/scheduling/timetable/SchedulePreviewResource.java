package dev.tidemark.scheduling.timetable;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The planned instants of a schedule that may not be saved yet. */
@ApplicationScoped
@Path("/schedule/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
public class SchedulePreviewResource {

    private static final int MOST = 1_000;
    private static final int DEFAULT_WITHOUT_END = 50;

    private final Clock clock;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public SchedulePreviewResource() {
        this(null);
    }

    @Inject
    public SchedulePreviewResource(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param items the instants, in ISO 8601
     * @param truncated whether more follow before the end
     */
    public record PlannedStarts(List<String> items, boolean truncated) {}

    @GET
    @Operation(
            summary = "List the planned starts of a schedule: every, or cron with zone (default: UTC); from (default:"
                    + " now), to, both inclusive; limit (1 to 1,000; default 1,000, without to 50); probe, location",
            description = "Calculated by the code that schedules, also across clock changes. truncated is true if there"
                    + " are more starts than the limit. Each probe has an offset of its own within the interval, or"
                    + " within the minute of an expression without seconds; with probe (and location) it is included,"
                    + " otherwise there is none.")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public PlannedStarts preview(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<Cadence> cadence = cadence(query);
        Instant from = query.instant("from").orElseGet(clock::instant);
        Optional<Instant> to = query.instant("to");
        to.filter(end -> end.isBefore(from))
                .ifPresent(
                        end -> query.addError("from", LocalizedMessage.of("validation.from.notBeforeTo", from, end)));
        int limit = query.limit(to.isEmpty() ? DEFAULT_WITHOUT_END : MOST, MOST);
        Optional<ProbeId> probe = query.read("probe", ProbeId::new);
        LocationName location = query.read("location", LocationName::new).orElse(LocationName.DEFAULT);
        query.requireValid();
        Timetable timetable = new Timetable(
                cadence.orElseThrow(),
                probe.map(id -> Timetable.seed(id, location)).orElse(0));
        List<Instant> starts = timetable.between(from.minusMillis(1), to.orElse(Timetable.WITHOUT_END), limit + 1);
        return new PlannedStarts(
                starts.stream().limit(limit).map(Instant::toString).toList(), starts.size() > limit);
    }

    private static Optional<Cadence> cadence(QueryParameters query) {
        ValidationErrors errors = new ValidationErrors();
        Optional<Cadence> cadence = PlannedSchedule.read(key -> query.read(key, Function.identity()), errors);
        errors.all().forEach(error -> {
            String key = error.place().pointer().replaceFirst("^/", "");
            query.addError(key.isEmpty() ? "cron" : key, error.detail());
        });
        return cadence;
    }
}
