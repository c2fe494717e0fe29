package dev.tidemark.desk;

import dev.tidemark.maintenance.Interval;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.maintenance.Window;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All windows, and a form for one more. */
@Named
@RequestScoped
public class MaintenancePage {

    private static final Duration AHEAD = Duration.ofDays(31);

    private final Maintenance maintenance;
    private final Clock clock;
    private String fault = "";
    private List<Row> rows = List.of();

    protected MaintenancePage() {
        this(null, null);
    }

    @Inject
    public MaintenancePage(Maintenance maintenance, Clock clock) {
        this.maintenance = maintenance;
        this.clock = clock;
    }

    /** @param next when it opens next within a month; empty when it does not */
    public record Row(String id, String name, String scope, String when, boolean open, Optional<Instant> next) {}

    public void load() {
        rows = maintenance.all().stream().map(this::row).toList();
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

    public String getFault() {
        return fault;
    }

    public void setFault(String fault) {
        this.fault = fault == null ? "" : fault;
    }
}
