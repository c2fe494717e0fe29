package dev.tidemark.web.admin;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.config.maintenance.MaintenanceWindow;
import dev.tidemark.config.maintenance.SingleOccurrence;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.web.support.FieldErrors;
import dev.tidemark.web.support.FlashMessages;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.SubmittedForm;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists maintenance windows and creates new ones. An invalid form is shown again with its values and errors. */
@PageRoute(value = "/maintenance", view = "/admin/maintenance.xhtml")
@Named
@RequestScoped
public class MaintenancePage extends SubmittedForm {

    private static final Duration AHEAD = Duration.ofDays(31);

    private final MaintenanceSchedule maintenance;
    private final Viewer viewer;
    private final FlashMessages flashMessages;
    private final HttpServletRequest request;
    private final Clock clock;
    private FormValues values = FormValues.empty();
    private List<WindowRow> rows = List.of();

    @Inject
    public MaintenancePage(
            MaintenanceSchedule maintenance,
            Viewer viewer,
            FlashMessages flashMessages,
            HttpServletRequest request,
            Clock clock) {
        this.maintenance = maintenance;
        this.viewer = viewer;
        this.flashMessages = flashMessages;
        this.request = request;
        this.clock = clock;
    }

    /**
     * A maintenance window in the list.
     *
     * @param ended whether it was a single one in the past
     * @param next the next start within 31 days
     */
    public record WindowRow(
            String id,
            String name,
            LocalizedMessage scope,
            LocalizedMessage recurrence,
            boolean open,
            boolean ended,
            Optional<Instant> next) {}

    public void load() {
        if (request.getMethod().equals("POST")) {
            create();
        }
        rows = maintenance.all().stream().map(this::row).toList();
    }

    private void create() {
        values = FormValues.of(MaintenanceWindowDraft.INPUTS, request::getParameter);
        ValidationErrors found = new ValidationErrors();
        Optional<MaintenanceWindow> window = new MaintenanceWindowDraft(values).window(found);
        if (window.isPresent() && !maintenance.add(window.get(), viewer.getName())) {
            found.add(
                    new SourceLocation("", 0, "/id"),
                    LocalizedMessage.of(
                            "validation.id.takenByMaintenance", window.get().id()));
        }
        if (found.isEmpty()) {
            FormResponse.seeOther("/maintenance" + warning(window.orElseThrow()));
        } else {
            reject(FieldErrors.of(found.all(), new ErrorField(MaintenanceWindowDraft.INPUTS)));
        }
    }

    /** The URL parameter of a warning if the window is over before it was created; otherwise empty. */
    private String warning(MaintenanceWindow window) {
        return endOfPast(window)
                .map(end -> "?told="
                        + flashMessages.store(List.of(viewer.messages()
                                .format(LocalizedMessage.of(
                                        "maintenance.warning.past",
                                        window.name(),
                                        viewer.exact(end),
                                        viewer.ago(end))))))
                .orElse("");
    }

    private Optional<Instant> endOfPast(MaintenanceWindow window) {
        return window.recurrence() instanceof SingleOccurrence once
                ? Optional.of(once.interval().to()).filter(end -> !end.isAfter(clock.instant()))
                : Optional.empty();
    }

    /** The times in the viewer's zone; recurring windows have a zone of their own. */
    private LocalizedMessage times(MaintenanceWindow window) {
        return window.recurrence() instanceof SingleOccurrence once
                ? LocalizedMessage.of(
                        "maintenance.recurrence.once",
                        viewer.exact(once.interval().from()),
                        viewer.exact(once.interval().to()))
                : window.recurrence().description();
    }

    private WindowRow row(MaintenanceWindow window) {
        Instant now = clock.instant();
        Optional<Instant> next = window.recurrence().within(new Interval(now, now.plus(AHEAD))).stream()
                .filter(one -> one.from().isAfter(now))
                .findFirst()
                .map(Interval::from);
        return new WindowRow(
                window.id(),
                window.name(),
                window.scope().description(),
                times(window),
                window.recurrence().covers(now),
                endOfPast(window).isPresent(),
                next);
    }

    public List<WindowRow> getRows() {
        return rows;
    }

    /** The value of an input; empty if there is none. A new form has the viewer's time zone. */
    public String value(String input) {
        return input.equals("zone") && !isSubmitted() ? viewer.zone().getId() : values.value(input);
    }

    private boolean isSubmitted() {
        return request.getMethod().equals("POST");
    }
}
