package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.scheduling.timetable.Timetable;
import dev.tidemark.storage.node.Node;
import dev.tidemark.storage.node.Nodes;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records the slots of locations without a living node as MISSED. Every node does this for all other locations; a slot can be
 * claimed only once. The admins are notified by self-monitoring.
 */
@ApplicationScoped
public class UnattendedLocations {

    /** A node that starts within this time still executes the slot. */
    private static final Duration MAX_GRACE = Duration.ofMinutes(1);

    /** A new location has this long to start its first node. */
    private static final Duration FIRST_START = Duration.ofMinutes(2);

    private static final int SLOTS_PER_PASS = 1_000;

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final Nodes nodes;
    private final LossReasons reasons;
    private final ScheduleSettings settings;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<Lane, Instant> checkedUntil = new ConcurrentHashMap<>();

    @Inject
    public UnattendedLocations(
            ProbeCatalog catalog,
            RunHistory history,
            Nodes nodes,
            LossReasons reasons,
            ScheduleSettings settings,
            Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.nodes = nodes;
        this.reasons = reasons;
        this.settings = settings;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    void recordMissed() {
        Set<LocationName> attended = nodes.attended();
        checkedUntil.keySet().removeIf(lane -> attended.contains(lane.location));
        Map<LocationName, Set<ProbeId>> scheduled = new HashMap<>();
        for (CatalogEntry entry : catalog.all()) {
            if (entry.probe().enabled()) {
                entry.probe().locations().stream()
                        .filter(location -> !location.equals(settings.location()) && !attended.contains(location))
                        .forEach(location -> {
                            recordMissed(entry, location);
                            scheduled
                                    .computeIfAbsent(location, unused -> new HashSet<>())
                                    .add(entry.probe().id());
                        });
            }
        }
        Set<LocationName> others = new HashSet<>(attended);
        others.add(settings.location());
        nodes.unschedule(others, scheduled);
    }

    private void recordMissed(CatalogEntry entry, LocationName location) {
        Cadence cadence = entry.probe().cadence();
        ProbeId probe = entry.probe().id();
        Lane lane = new Lane(probe, entry.version(), location);
        Instant from = checkedUntil.computeIfAbsent(lane, unused -> since(entry, location));
        Instant to = clock.instant().minus(grace(cadence));
        if (!from.isBefore(to)) {
            return;
        }
        List<Instant> planned = new Timetable(cadence, probe, location).between(from, to, SLOTS_PER_PASS);
        LocalizedMessage reason = planned.isEmpty() ? LocalizedMessage.EMPTY : reasons.unattended(location);
        for (Instant at : planned) {
            history.claim(new Slot(probe, location, at), false)
                    .ifPresent(mine -> history.end(mine, OutcomeType.MISSED, reason.toString(), clock.instant()));
        }
        checkedUntil.put(lane, planned.size() < SLOTS_PER_PASS ? to : planned.get(planned.size() - 1));
    }

    /** The last heartbeat at the location; the definition may be newer. */
    private Instant since(CatalogEntry entry, LocationName location) {
        Instant last = nodes.lastOf(location).map(Node::lastSeen).orElse(startedAt.plus(FIRST_START));
        return last.isAfter(entry.changedAt()) ? last : entry.changedAt();
    }

    private static Duration grace(Cadence cadence) {
        return cadence instanceof Cadence.Every every && every.span().compareTo(MAX_GRACE) < 0
                ? every.span()
                : MAX_GRACE;
    }

    private record Lane(ProbeId probe, long version, LocationName location) {}
}
