package dev.tidemark.web.admin;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.config.maintenance.MaintenanceWindow;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.web.support.FieldErrors;
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
    private final HttpServletRequest request;
    private final Clock clock;
    private FormValues values = FormValues.empty();
    private List<WindowRow> rows = List.of();

    @Inject
    public MaintenancePage(MaintenanceSchedule maintenance, Viewer viewer, HttpServletRequest request, Clock clock) {
        this.maintenance = maintenance;
        this.viewer = viewer;
        this.request = request;
        this.clock = clock;
    }

    /** @param next the next start within 31 days */
    public record WindowRow(
            String id,
            String name,
            LocalizedMessage scope,
            LocalizedMessage recurrence,
            boolean open,
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
            FormResponse.seeOther("/maintenance");
        } else {
            reject(FieldErrors.of(found.all(), new ErrorField(MaintenanceWindowDraft.INPUTS)));
        }
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
                window.recurrence().description(),
                window.recurrence().covers(now),
                next);
    }

    public List<WindowRow> getRows() {
        return rows;
    }

    /** The value of an input; empty if there is none. */
    public String value(String input) {
        return values.value(input);
    }
}
