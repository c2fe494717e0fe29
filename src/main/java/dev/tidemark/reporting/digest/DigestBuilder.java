package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentQuery;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.analysis.changepoint.ChangePoints;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.digest.Digest.DigestChange;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.status.StatusService;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.MarkerQuery;
import dev.tidemark.storage.marker.Markers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Collects the content of a digest: of the probes that notify a contact group. Details are read only for the worst ones. */
@ApplicationScoped
public class DigestBuilder {

    /** The number of pages with metrics and chart. */
    static final int MAX_PAGES = 20;

    private static final int MAX_LINES = 20;
    private static final int MAX_INCIDENTS_SHOWN = 10;
    private static final int MAX_INCIDENTS = 1_000;
    private static final int MAX_MARKERS = 500;

    /** A change is confirmed within this time after it began, or never. */
    private static final Duration MAX_CONFIRMATION = Duration.ofDays(7);

    private final RecipientResolver recipients;
    private final StatusService statusService;
    private final IncidentReader incidents;
    private final ChangePoints changes;
    private final Markers markers;
    private final DigestEntryReader pages;

    @Inject
    public DigestBuilder(
            RecipientResolver recipients,
            StatusService statusService,
            IncidentReader incidents,
            ChangePoints changes,
            Markers markers,
            DigestEntryReader pages) {
        this.recipients = recipients;
        this.statusService = statusService;
        this.incidents = incidents;
        this.changes = changes;
        this.markers = markers;
        this.pages = pages;
    }

    Digest build(ContactGroup group, DigestPeriod period) {
        Predicate<Collection<String>> matches = recipients.notifiesGroup(group.id());
        List<ProbeStatus> notifying = statusService.all().stream()
                .filter(one -> matches.test(one.probe().recipients()))
                .toList();
        Set<Probe> probes = notifying.stream().map(ProbeStatus::probe).collect(Collectors.toSet());
        Map<ProbeState, Long> counts = notifying.stream()
                .collect(Collectors.groupingBy(
                        ProbeStatus::state, () -> new EnumMap<>(ProbeState.class), Collectors.counting()));
        return new Digest(
                group,
                period,
                counts,
                open(group, probes),
                pages(notifying, period),
                changes(notifying, period),
                annotations(probes, period));
    }

    private TruncatedList<Incident> open(ContactGroup group, Set<Probe> probes) {
        Set<ProbeId> ids = probes.stream().map(Probe::id).collect(Collectors.toSet());
        boolean isAdministrators = group.id().equals(ContactGroup.ADMINISTRATORS);
        return TruncatedList.of(
                incidents.list(IncidentQuery.allOpen(MAX_INCIDENTS)).items().stream()
                        .filter(one -> one.incidentType() == IncidentType.OPERATION
                                ? isAdministrators
                                : ids.contains(one.probe()))
                        .sorted(Comparator.comparing((Incident one) -> one.state() != ProbeState.FAILING)
                                .thenComparing(Incident::openedAt))
                        .toList(),
                MAX_INCIDENTS_SHOWN);
    }

    private TruncatedList<DigestEntry> pages(List<ProbeStatus> notifying, DigestPeriod period) {
        TruncatedList<ProbeStatus> worst = TruncatedList.of(
                notifying.stream()
                        .filter(one -> one.state() != ProbeState.PAUSED)
                        .toList(),
                MAX_PAGES);
        return new TruncatedList<>(
                worst.shown().stream()
                        .map(one -> pages.read(one, period))
                        .sorted(DigestEntry.WORST_FIRST)
                        .toList(),
                worst.more());
    }

    /** By the time of confirmation, because a change that began in the previous period may not have been in its digest. */
    private TruncatedList<DigestChange> changes(List<ProbeStatus> notifying, DigestPeriod period) {
        return TruncatedList.of(
                notifying.stream()
                        .flatMap(one -> changes
                                .of(
                                        one.probe().id(),
                                        new Interval(period.from().minus(MAX_CONFIRMATION), period.to()),
                                        MAX_LINES)
                                .stream()
                                .filter(change -> change.location().equals(one.location()))
                                .map(change -> new DigestChange(DigestEntryReader.title(one), change)))
                        .filter(one -> period.covers(one.change().confirmedAt()))
                        .filter(one -> one.change().reportedWith().isEmpty())
                        .sorted(Comparator.comparing(
                                        (DigestChange one) -> !one.change().isWorse())
                                .thenComparing(one -> one.change().beganAt()))
                        .toList(),
                MAX_LINES);
    }

    private TruncatedList<Marker> annotations(Set<Probe> probes, DigestPeriod period) {
        MarkerQuery query = new MarkerQuery(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(period.from()),
                Optional.of(period.to()),
                MAX_MARKERS,
                Optional.empty());
        return TruncatedList.of(
                markers.list(query).stream()
                        .filter(marker -> probes.stream().anyMatch(probe -> marker.isOf(probe.id(), probe.tags())))
                        .sorted(Comparator.comparing(Marker::at))
                        .toList(),
                MAX_LINES);
    }
}
