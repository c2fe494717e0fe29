package dev.tidemark.desk;

import dev.tidemark.document.Faults;
import dev.tidemark.document.Place;
import dev.tidemark.maintenance.Interval;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.maintenance.Window;
import dev.tidemark.web.FieldFaults;
import dev.tidemark.web.PageAnswer;
import dev.tidemark.web.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All windows, and a form for one more. A form with faults comes back as it was typed. */
@Named
@RequestScoped
public class MaintenancePage {

    private static final Duration AHEAD = Duration.ofDays(31);

    private final Maintenance maintenance;
    private final Viewer viewer;
    private final HttpServletRequest request;
    private final Clock clock;
    private Typed typed = Typed.nothing();
    private FieldFaults faults = FieldFaults.none();
    private List<Row> rows = List.of();

    protected MaintenancePage() {
        this(null, null, null, null);
    }

    @Inject
    public MaintenancePage(Maintenance maintenance, Viewer viewer, HttpServletRequest request, Clock clock) {
        this.maintenance = maintenance;
        this.viewer = viewer;
        this.request = request;
        this.clock = clock;
    }

    /** @param next when it opens next within a month; empty when it does not */
    public record Row(String id, String name, String scope, String when, boolean open, Optional<Instant> next) {}

    public void load() {
        if (request.getMethod().equals("POST")) {
            announce();
        }
        rows = maintenance.all().stream().map(this::row).toList();
    }

    private void announce() {
        typed = Typed.of(WindowDraft.INPUTS, request::getParameter);
        Faults found = new Faults();
        Optional<Window> window = new WindowDraft(typed).window(found);
        if (window.isPresent() && !maintenance.add(window.get(), viewer.getName())) {
            found.add(new Place("", 0, "/id"), "id \"" + window.get().id() + "\" is taken by another window");
        }
        if (found.isEmpty()) {
            PageAnswer.seeOther("/maintenance");
        } else {
            faults = FieldFaults.of(found.all(), new NamedInput(WindowDraft.INPUTS));
            PageAnswer.unprocessable();
        }
    }

    private Row row(Window window) {
        Instant now = clock.instant();
        Optional<Instant> next = window.when().between(now, now.plus(AHEAD)).stream()
                .filter(one -> one.from().isAfter(now))
                .findFirst()
                .map(Interval::from);
        return new Row(
                window.id(),
                window.name(),
                window.scope().words(),
                window.when().words(),
                window.when().covers(now),
                next);
    }

    public List<Row> getRows() {
        return rows;
    }

    /** What was typed into an input; empty for nothing. */
    public String value(String input) {
        return typed.value(input);
    }

    /** What is wrong with it; empty for nothing. */
    public String fault(String input) {
        return faults.at(input);
    }

    public List<FieldFaults.Wrong> getFaults() {
        return faults.all();
    }
}
