package dev.tidemark.digest;

import dev.tidemark.alert.Concern;
import dev.tidemark.alert.Incident;
import dev.tidemark.alert.IncidentQuery;
import dev.tidemark.alert.Incidents;
import dev.tidemark.alert.State;
import dev.tidemark.audience.Audience;
import dev.tidemark.audience.RecipientList;
import dev.tidemark.change.Changes;
import dev.tidemark.digest.Edition.Moved;
import dev.tidemark.marker.Marker;
import dev.tidemark.marker.MarkerQuery;
import dev.tidemark.marker.Markers;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import dev.tidemark.standing.ProbeState;
import dev.tidemark.standing.Standing;
import dev.tidemark.standing.Standings;
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

/** Gathers what a digest says of the probes that tell a list. However many they are, only the worst are read in full. */
@ApplicationScoped
public class Editor {

    /** Pages that are shown with their figures and chart. */
    static final int MOST_PAGES = 20;

    private static final int MOST_LINES = 20;
    private static final int MOST_INCIDENTS_SHOWN = 10;
    private static final int MOST_INCIDENTS = 1_000;
    private static final int MOST_MARKERS = 500;

    /** A change is made sure within so long after it began, or never. */
    private static final Duration TRIAL = Duration.ofDays(7);

    private final Audience audience;
    private final Standings standings;
    private final Incidents incidents;
    private final Changes changes;
    private final Markers markers;
    private final PageReader pages;

    protected Editor() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Editor(
            Audience audience,
            Standings standings,
            Incidents incidents,
            Changes changes,
            Markers markers,
            PageReader pages) {
        this.audience = audience;
        this.standings = standings;
        this.incidents = incidents;
        this.changes = changes;
        this.markers = markers;
        this.pages = pages;
    }

    Edition edit(RecipientList list, DigestPeriod period) {
        Predicate<Collection<String>> means = audience.means(list.id());
        List<Standing> told = standings.all().stream()
                .filter(one -> means.test(one.probe().recipients()))
                .toList();
        Set<Probe> probes = told.stream().map(Standing::probe).collect(Collectors.toSet());
        Map<ProbeState, Long> counts = told.stream()
                .collect(Collectors.groupingBy(
                        Standing::state, () -> new EnumMap<>(ProbeState.class), Collectors.counting()));
        return new Edition(
                list,
                period,
                counts,
                open(list, probes),
                pages(told, period),
                moved(told, period),
                marked(probes, period));
    }

    private Some<Incident> open(RecipientList list, Set<Probe> probes) {
        Set<ProbeId> ids = probes.stream().map(Probe::id).collect(Collectors.toSet());
        boolean operators = list.id().equals(RecipientList.OPERATORS);
        return Some.of(
                incidents.list(IncidentQuery.openOnes(MOST_INCIDENTS)).items().stream()
                        .filter(one -> one.concern() == Concern.OPERATION ? operators : ids.contains(one.probe()))
                        .sorted(Comparator.comparing((Incident one) -> one.state() != State.FAILING)
                                .thenComparing(Incident::openedAt))
                        .toList(),
                MOST_INCIDENTS_SHOWN);
    }

    private Some<PageLine> pages(List<Standing> told, DigestPeriod period) {
        Some<Standing> worst = Some.of(
                told.stream().filter(one -> one.state() != ProbeState.PAUSED).toList(), MOST_PAGES);
        return new Some<>(
                worst.shown().stream()
                        .map(one -> pages.read(one, period))
                        .sorted(PageLine.WORST_FIRST)
                        .toList(),
                worst.more());
    }

    /** By when they were made sure: one that began in the period before was not in its digest. */
    private Some<Moved> moved(List<Standing> told, DigestPeriod period) {
        return Some.of(
                told.stream()
                        .flatMap(one ->
                                changes
                                        .of(one.probe().id(), period.from().minus(TRIAL), period.to(), MOST_LINES)
                                        .stream()
                                        .filter(change -> change.location().equals(one.location()))
                                        .map(change -> new Moved(PageReader.title(one), change)))
                        .filter(one -> period.covers(one.change().confirmedAt()))
                        .filter(one -> one.change().toldWith().isEmpty())
                        .sorted(Comparator.comparing(
                                        (Moved one) -> !one.change().isWorse())
                                .thenComparing(one -> one.change().beganAt()))
                        .toList(),
                MOST_LINES);
    }

    private Some<Marker> marked(Set<Probe> probes, DigestPeriod period) {
        MarkerQuery query = new MarkerQuery(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(period.from()),
                Optional.of(period.to()),
                MOST_MARKERS,
                Optional.empty());
        return Some.of(
                markers.list(query).stream()
                        .filter(marker -> probes.stream().anyMatch(probe -> marker.isOf(probe.id(), probe.tags())))
                        .sorted(Comparator.comparing(Marker::at))
                        .toList(),
                MOST_LINES);
    }
}
