package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.DigestSchedule;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.analysis.changepoint.ChangeDirection;
import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.SparklineChart;
import dev.tidemark.reporting.digest.Digest.DigestChange;
import dev.tidemark.reporting.status.LatestValues;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.timeseries.OutcomeTally;
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

/** The content of a digest, and its parts. */
final class SampleDigest {

    static final PageUrls LINKS =
            new PageUrls(Optional.of("https://tide.example"), "127.0.0.1", 8080, new BasePath(""));
    static final DigestSchedule PLAN =
            new DigestSchedule(Optional.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"));
    static final DigestPeriod PERIOD = DigestPeriod.due(PLAN, LocalDate.parse("2026-11-23"));
    static final ContactGroup LIST = RecipientFixture.list(
            "shop-team", "{\"name\": \"Shop\", \"members\": [\"a@shop.example\"], \"digest\": \"weekly\"}");
    private static final ProbeId HOME = new ProbeId("shop-home");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T13:03:00Z");

    private SampleDigest() {}

    static DigestMetric lcp(double p75, double before) {
        return new DigestMetric(Metric.LCP, p75, OptionalDouble.of(before), FormFactor.DESKTOP);
    }

    static DigestMetric cls(double p75) {
        return new DigestMetric(Metric.CLS, p75, OptionalDouble.empty(), FormFactor.DESKTOP);
    }

    static DigestEntry page(String title, ProbeState state, OutcomeTally failures, DigestMetric... figures) {
        return new DigestEntry(
                HOME, title, state, "its reason", List.of(figures), failures, tally(280, 0), Optional.empty());
    }

    static OutcomeTally tally(long counted, long failed) {
        return new OutcomeTally(counted, failed, 0, Optional.empty());
    }

    static Incident incident() {
        return incident(HOME, IncidentType.BUDGET);
    }

    static Incident incident(ProbeId probe, IncidentType concern) {
        return new Incident(
                UUID.fromString("0195aaaa-0000-7000-8000-000000000001"),
                probe,
                "Shop, <home> page",
                new LocationName("frankfurt"),
                concern,
                ProbeState.FAILING,
                ProbeState.FAILING,
                "LCP 3.9 s > 2.5 s",
                TUESDAY,
                RunId.newAt(TUESDAY),
                Optional.empty(),
                Optional.of(new Incident.Acknowledgement("Ada", TUESDAY, Optional.empty(), Optional.empty())));
    }

    static DigestChange change() {
        return new DigestChange("Shop, <home> page", change(HOME, TUESDAY, TUESDAY));
    }

    static ChangePoint change(ProbeId probe, Instant began, Instant confirmed) {
        return new ChangePoint(
                UUID.randomUUID(),
                probe,
                LocationName.DEFAULT,
                Metric.LCP,
                ChangeDirection.UP,
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

    /** The state of a probe with these recipients at the default location. */
    static ProbeStatus standing(String slug, ProbeState state, String... recipients) {
        Probe probe = DefinitionReader.yaml(
                        "", """
                        id: %s
                        url: https://shop.example/
                        every: PT5M
                        notify: [%s]
                        """.formatted(slug, String.join(", ", recipients)), VariableSubstitution.NONE)
                .probes()
                .get(0);
        return new ProbeStatus(
                new CatalogEntry(probe, 1, Optional.empty(), TUESDAY),
                LocationName.DEFAULT,
                state,
                LocalizedMessage.verbatim("its reason"),
                Optional.empty(),
                new LatestValues(List.of(), Optional.empty(), false),
                probe.budgets(),
                new SparklineChart(LocalizedMessage.EMPTY, List.of()),
                Optional.empty(),
                Optional.empty());
    }

    /** Two of three pages, one of them failing. */
    static Digest edition() {
        return new Digest(
                LIST,
                PERIOD,
                Map.of(ProbeState.FAILING, 1L, ProbeState.PASSING, 2L),
                TruncatedList.of(List.of(incident()), 20),
                new TruncatedList<>(
                        List.of(
                                page(
                                        "Shop, <home> page",
                                        ProbeState.FAILING,
                                        tally(288, 2),
                                        lcp(3_910, 3_490),
                                        cls(0.02)),
                                page("Shop, cart", ProbeState.PASSING, tally(0, 0))),
                        1),
                TruncatedList.of(List.of(change()), 20),
                TruncatedList.of(List.of(marker()), 20));
    }

    static Digest empty() {
        return new Digest(
                LIST,
                PERIOD,
                Map.of(),
                TruncatedList.of(List.of(), 20),
                TruncatedList.of(List.of(), 20),
                TruncatedList.of(List.of(), 20),
                TruncatedList.of(List.of(), 20));
    }
}
