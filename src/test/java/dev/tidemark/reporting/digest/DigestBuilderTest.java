package dev.tidemark.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentQuery;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.analysis.changepoint.ChangePoints;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.status.StatusService;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.MarkerQuery;
import dev.tidemark.storage.marker.Markers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestBuilderTest {

    private static final String TOLD = "list:shop-team";
    private static final ProbeId MINE = new ProbeId("mine");
    private static final ProbeId FOREIGN = new ProbeId("foreign");
    private static final DigestPeriod WEEK = SampleDigest.PERIOD;

    private final List<ProbeStatus> standings = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<ChangePoint> changes = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private int pagesRead;

    private Digest edit(ContactGroup list) {
        return new DigestBuilder(
                        new Names(),
                        new StatusService(null, null, null, null, null, null, null) {
                            @Override
                            public List<ProbeStatus> all() {
                                return standings;
                            }
                        },
                        new IncidentReader(null) {
                            @Override
                            public Page<Incident> list(IncidentQuery asked) {
                                return new Page<>(incidents, Optional.empty(), Optional.empty());
                            }
                        },
                        new Found(),
                        new Noted(),
                        new DigestEntryReader(null, null, null) {
                            @Override
                            DigestEntry read(ProbeStatus standing, DigestPeriod period) {
                                pagesRead++;
                                return SampleDigest.page(
                                        standing.probe().name(), standing.state(), SampleDigest.tally(1, 0));
                            }
                        })
                .build(list, WEEK);
    }

    private Digest edit() {
        return edit(SampleDigest.LIST);
    }

    private static final class Names extends RecipientResolver {

        Names() {
            super(null, null);
        }

        @Override
        public Predicate<Collection<String>> notifiesGroup(String list) {
            return notify -> notify.contains(GROUP_PREFIX + list);
        }
    }

    private final class Found extends ChangePoints {

        Found() {
            super(null, null, null, null, null, null);
        }

        @Override
        public List<ChangePoint> of(ProbeId probe, Interval interval, int limit) {
            return changes.stream()
                    .filter(one -> one.probe().equals(probe))
                    .filter(one -> interval.contains(one.beganAt()))
                    .toList();
        }
    }

    private final class Noted extends Markers {
        @Override
        public List<Marker> list(MarkerQuery asked) {
            return markers;
        }
    }

    @Nested
    class GivenProbesOfThisContactGroupAndOfOthers {

        @Test
        void whenItIsBuilt_thenItContainsOnlyProbesThatNameTheGroup() {
            standings.add(SampleDigest.standing("foreign", ProbeState.FAILING, "list:others", "a@shop.example"));
            standings.add(SampleDigest.standing("mine", ProbeState.PASSING, TOLD));
            incidents.add(SampleDigest.incident(FOREIGN, IncidentType.BUDGET));
            incidents.add(SampleDigest.incident(MINE, IncidentType.BUDGET));
            markers.add(SampleDigest.marker(FOREIGN));
            markers.add(SampleDigest.marker(MINE));

            Digest edition = edit();

            assertThat(edition.counts()).isEqualTo(Map.of(ProbeState.PASSING, 1L));
            assertThat(edition.pages().shown()).hasSize(1);
            assertThat(edition.incidents().shown()).extracting(Incident::probe).containsExactly(MINE);
            assertThat(edition.markers().shown())
                    .extracting(one -> one.probe().orElseThrow())
                    .containsExactly(MINE);
        }

        @Test
        void whenThereIsAMonitorFailure_thenOnlyTheOperatorsGroupIsNotified() {
            incidents.add(SampleDigest.incident(new ProbeId("tidemark"), IncidentType.OPERATION));

            assertThat(edit().incidents().shown()).isEmpty();
            assertThat(edit(RecipientFixture.list("operators", "{\"members\": [\"o@shop.example\"]}"))
                            .incidents()
                            .shown())
                    .hasSize(1);
        }
    }

    @Nested
    class GivenManyProbes {

        @Test
        void whenThereAreMoreThanShown_thenTheRestIsCountedButNotRead() {
            IntStream.range(0, 21)
                    .forEach(n -> standings.add(SampleDigest.standing("p" + n, ProbeState.PASSING, TOLD)));
            standings.add(SampleDigest.standing("resting", ProbeState.PAUSED, TOLD));

            Digest edition = edit();

            assertThat(edition.countsText()).isEqualTo("21 passing, 1 paused");
            assertThat(edition.pages().shown()).hasSize(20);
            assertThat(edition.pages().more()).isEqualTo(1);
            assertThat(pagesRead).isEqualTo(20);
        }
    }

    @Nested
    class GivenConfirmedChanges {

        private void change(Instant began, Instant confirmed) {
            changes.add(SampleDigest.change(MINE, began, confirmed));
        }

        @Test
        void whenTheyAreConfirmedWithinThePeriod_thenTheyAreListedRegardlessOfTheirStart() {
            standings.add(SampleDigest.standing("mine", ProbeState.PASSING, TOLD));
            Duration hour = Duration.ofHours(1);
            change(WEEK.from().minus(hour), WEEK.from().minusSeconds(1));
            change(WEEK.from().minus(hour), WEEK.from());
            change(WEEK.to().minus(hour), WEEK.to().minusSeconds(1));
            change(WEEK.to().minus(hour), WEEK.to());

            assertThat(edit().changes().shown())
                    .extracting(one -> one.change().confirmedAt())
                    .containsExactly(WEEK.from(), WEEK.to().minusSeconds(1));
        }
    }
}
