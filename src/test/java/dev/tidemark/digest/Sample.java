package dev.tidemark.digest;

import dev.tidemark.alert.Concern;
import dev.tidemark.alert.Incident;
import dev.tidemark.alert.State;
import dev.tidemark.audience.AudienceFixture;
import dev.tidemark.audience.DigestPlan;
import dev.tidemark.audience.RecipientList;
import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.change.Change;
import dev.tidemark.change.Direction;
import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.delivery.Links;
import dev.tidemark.digest.Edition.Moved;
import dev.tidemark.document.Variables;
import dev.tidemark.marker.Marker;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.probe.Probe;
import dev.tidemark.series.Tally;
import dev.tidemark.standing.ProbeState;
import dev.tidemark.standing.Standing;
import dev.tidemark.wording.Said;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** An edition of a list, and its parts. */
final class Sample {

    static final Links LINKS = new Links(Optional.of("https://tide.example"), "127.0.0.1", 8080);
    static final DigestPlan PLAN =
            new DigestPlan(Optional.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"));
    static final DigestPeriod PERIOD = DigestPeriod.due(PLAN, LocalDate.parse("2026-11-23"));
    static final RecipientList LIST = AudienceFixture.list(
            "shop-team", "{\"name\": \"Shop\", \"members\": [\"a@shop.example\"], \"digest\": \"weekly\"}");
    private static final ProbeId HOME = new ProbeId("shop-home");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T13:03:00Z");

    private Sample() {}

    static Figure lcp(double p75, double before) {
        return new Figure(Metric.LCP, p75, OptionalDouble.of(before), FormFactor.DESKTOP);
    }

    static Figure cls(double p75) {
        return new Figure(Metric.CLS, p75, OptionalDouble.empty(), FormFactor.DESKTOP);
    }

    static PageLine page(String title, ProbeState state, Tally failures, Figure... figures) {
        return new PageLine(
                HOME, title, state, "its reason", List.of(figures), failures, tally(280, 0), Optional.empty());
    }

    static Tally tally(long counted, long failed) {
        return new Tally(counted, failed, 0, Optional.empty());
    }

    static Incident incident() {
        return incident(HOME, Concern.BUDGET);
    }

    static Incident incident(ProbeId probe, Concern concern) {
        return new Incident(
                UUID.fromString("0195aaaa-0000-7000-8000-000000000001"),
                probe,
                "Shop, <home> page",
                new LocationName("frankfurt"),
                concern,
                State.FAILING,
                State.FAILING,
                "LCP 3.9 s > 2.5 s",
                TUESDAY,
                RunId.newAt(TUESDAY),
                Optional.empty(),
                Optional.of(new Incident.Acknowledgement("Ada", TUESDAY, Optional.empty())));
    }

    static Moved change() {
        return new Moved("Shop, <home> page", change(HOME, TUESDAY, TUESDAY));
    }

    static Change change(ProbeId probe, Instant began, Instant confirmed) {
        return new Change(
                UUID.randomUUID(),
                probe,
                LocationName.DEFAULT,
                Metric.LCP,
                Direction.UP,
                began,
                confirmed,
                RunId.newAt(TUESDAY),
                2_020,
                2_310,
                200,
                400,
                Optional.empty());
    }

    static Marker marker() {
        return marker(HOME);
    }

    static Marker marker(ProbeId probe) {
        return new Marker(
                UUID.randomUUID(),
                Marker.Kind.DEPLOY,
                TUESDAY,
                Optional.of(probe),
                Optional.empty(),
                "v1.4.2",
                Optional.empty(),
                "ci");
    }

    /** How a probe with these recipients stands at the default location. */
    static Standing standing(String slug, ProbeState state, String... recipients) {
        Probe probe = DefinitionReader.yaml("", """
                        id: %s
                        url: https://shop.example/
                        every: PT5M
                        notify: [%s]
                        """.formatted(slug, String.join(", ", recipients)), Variables.NONE)
                .probes()
                .get(0);
        return new Standing(
                new CatalogEntry(probe, 1, Optional.empty(), TUESDAY),
                LocationName.DEFAULT,
                state,
                Said.verbatim("its reason"),
                Optional.empty(),
                List.of(),
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** Two pages of three, one of them failing. */
    static Edition edition() {
        return new Edition(
                LIST,
                PERIOD,
                Map.of(ProbeState.FAILING, 1L, ProbeState.PASSING, 2L),
                Some.of(List.of(incident()), 20),
                new Some<>(
                        List.of(
                                page(
                                        "Shop, <home> page",
                                        ProbeState.FAILING,
                                        tally(288, 2),
                                        lcp(3_910, 3_490),
                                        cls(0.02)),
                                page("Shop, cart", ProbeState.PASSING, tally(0, 0))),
                        1),
                Some.of(List.of(change()), 20),
                Some.of(List.of(marker()), 20));
    }

    static Edition empty() {
        return new Edition(
                LIST,
                PERIOD,
                Map.of(),
                Some.of(List.of(), 20),
                Some.of(List.of(), 20),
                Some.of(List.of(), 20),
                Some.of(List.of(), 20));
    }
}
