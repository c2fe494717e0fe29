package dev.tidemark.standing;

import dev.tidemark.alert.Incident;
import dev.tidemark.alert.PlaceState;
import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Thresholds;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of all places at one moment. Their states are those of the incident book, so that pages and e-mails agree. */
record Stands(
        Map<Place, Run> latest,
        Map<ProbeId, Map<LocationName, PlaceState>> states,
        Map<Place, List<Incident>> open,
        Courses courses,
        Deploys deploys,
        Past past) {

    /** So far back a failing probe's last values are looked for. */
    private static final int BACK = 10;

    /** The last ended runs at a place, newest first. */
    interface Past {
        List<Run> last(ProbeId probe, LocationName location, int limit);
    }

    static Stands of(
            List<Run> latest,
            Map<ProbeId, Map<LocationName, PlaceState>> states,
            List<Incident> open,
            Courses courses,
            Deploys deploys,
            Past past) {
        return new Stands(
                latest.stream()
                        .collect(Collectors.toMap(
                                run -> new Place(run.slot().probe(), run.slot().location()), Function.identity())),
                states,
                open.stream().collect(Collectors.groupingBy(one -> new Place(one.probe(), one.location()))),
                courses,
                deploys,
                past);
    }

    Standing of(CatalogEntry entry, LocationName location) {
        Probe probe = entry.probe();
        Place place = new Place(probe.id(), location);
        Optional<Run> last = Optional.ofNullable(latest.get(place));
        Optional<Run> good = last.flatMap(this::good);
        Reason reason = Reason.of(
                probe,
                Optional.ofNullable(states.getOrDefault(probe.id(), Map.of()).get(location))
                        .map(PlaceState::state),
                open.getOrDefault(place, List.of()),
                last);
        Course course = courses.at(place);
        return new Standing(
                entry,
                location,
                reason.state(),
                reason.words(),
                last,
                good.map(run -> vitals(run, probe.profile().formFactor())).orElse(List.of()),
                good.map(Stands::weight).orElse(0.0),
                course.draw(Metric.LCP),
                course.change(),
                deploys.of(probe, location));
    }

    private Optional<Run> good(Run last) {
        return last.measurements().isEmpty()
                ? past.last(last.slot().probe(), last.slot().location(), BACK).stream()
                        .filter(run -> !run.measurements().isEmpty())
                        .findFirst()
                : Optional.of(last);
    }

    /** The five that the overview shows; INP where somebody interacts, else its stand-in of the laboratory, TBT. */
    private static List<Vital> vitals(Run run, FormFactor formFactor) {
        Metric responsiveness = run.measurements().find(Metric.INP).isPresent() ? Metric.INP : Metric.TBT;
        return List.of(Metric.LCP, responsiveness, Metric.CLS, Metric.FCP, Metric.TTI).stream()
                .map(metric -> Vital.of(run, metric, formFactor))
                .toList();
    }

    private static double weight(Run run) {
        double good = Thresholds.official(Metric.LCP, FormFactor.DESKTOP)
                .orElseThrow()
                .good();
        return run.measurements()
                .find(Metric.LCP)
                .map(one -> one.value() / good)
                .orElse(0.0);
    }
}
