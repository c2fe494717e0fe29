package dev.tidemark.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alert.Concern;
import dev.tidemark.alert.Incident;
import dev.tidemark.alert.IncidentPage;
import dev.tidemark.alert.IncidentQuery;
import dev.tidemark.alert.Incidents;
import dev.tidemark.audience.Audience;
import dev.tidemark.audience.AudienceFixture;
import dev.tidemark.audience.RecipientList;
import dev.tidemark.change.Change;
import dev.tidemark.change.Changes;
import dev.tidemark.marker.Marker;
import dev.tidemark.marker.MarkerQuery;
import dev.tidemark.marker.Markers;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.standing.ProbeState;
import dev.tidemark.standing.Standing;
import dev.tidemark.standing.Standings;
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

class EditorTest {

    private static final String TOLD = "list:shop-team";
    private static final ProbeId MINE = new ProbeId("mine");
    private static final ProbeId FOREIGN = new ProbeId("foreign");
    private static final DigestPeriod WEEK = Sample.PERIOD;

    private final List<Standing> standings = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private int pagesRead;

    private Edition edit(RecipientList list) {
        return new Editor(
                        new Names(),
                        new Standings() {
                            @Override
                            public List<Standing> all() {
                                return standings;
                            }
                        },
                        new Incidents() {
                            @Override
                            public IncidentPage list(IncidentQuery asked) {
                                return new IncidentPage(incidents, Optional.empty());
                            }
                        },
                        new Found(),
                        new Noted(),
                        new PageReader() {
                            @Override
                            PageLine read(Standing standing, DigestPeriod period) {
                                pagesRead++;
                                return Sample.page(standing.probe().name(), standing.state(), Sample.tally(1, 0));
                            }
                        })
                .edit(list, WEEK);
    }

    private Edition edit() {
        return edit(Sample.LIST);
    }

    private static final class Names extends Audience {
        @Override
        public Predicate<Collection<String>> means(String list) {
            return notify -> notify.contains(LIST + list);
        }
    }

    private final class Found extends Changes {
        @Override
        public List<Change> of(ProbeId probe, Instant from, Instant to, int limit) {
            return changes.stream()
                    .filter(one -> one.probe().equals(probe))
                    .filter(one ->
                            !one.beganAt().isBefore(from) && one.beganAt().isBefore(to))
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
    class GivenProbesOfThisListAndOfOthers {

        @Test
        void whenItIsEdited_thenOnlyThoseThatNameItAreToldOf() {
            standings.add(Sample.standing("foreign", ProbeState.FAILING, "list:others", "a@shop.example"));
            standings.add(Sample.standing("mine", ProbeState.PASSING, TOLD));
            incidents.add(Sample.incident(FOREIGN, Concern.BUDGET));
            incidents.add(Sample.incident(MINE, Concern.BUDGET));
            markers.add(Sample.marker(FOREIGN));
            markers.add(Sample.marker(MINE));

            Edition edition = edit();

            assertThat(edition.counts()).isEqualTo(Map.of(ProbeState.PASSING, 1L));
            assertThat(edition.pages().shown()).hasSize(1);
            assertThat(edition.incidents().shown()).extracting(Incident::probe).containsExactly(MINE);
            assertThat(edition.markers().shown())
                    .extracting(one -> one.probe().orElseThrow())
                    .containsExactly(MINE);
        }

        @Test
        void whenThereIsAFaultOfOurOwn_thenOnlyTheOperatorsAreTold() {
            incidents.add(Sample.incident(new ProbeId("tidemark"), Concern.OPERATION));

            assertThat(edit().incidents().shown()).isEmpty();
            assertThat(edit(AudienceFixture.list("operators", "{\"members\": [\"o@shop.example\"]}"))
                            .incidents()
                            .shown())
                    .hasSize(1);
        }
    }

    @Nested
    class GivenManyProbes {

        @Test
        void whenTheyAreMoreThanAreShown_thenTheRestIsCountedAndNotRead() {
            IntStream.range(0, 21).forEach(n -> standings.add(Sample.standing("p" + n, ProbeState.PASSING, TOLD)));
            standings.add(Sample.standing("resting", ProbeState.PAUSED, TOLD));

            Edition edition = edit();

            assertThat(edition.sentence()).isEqualTo("21 passing, 1 paused");
            assertThat(edition.pages().shown()).hasSize(20);
            assertThat(edition.pages().more()).isEqualTo(1);
            assertThat(pagesRead).isEqualTo(20);
        }
    }

    @Nested
    class GivenLastingChanges {

        private void change(Instant began, Instant confirmed) {
            changes.add(Sample.change(MINE, began, confirmed));
        }

        @Test
        void whenTheyAreMadeSureWithinThePeriod_thenTheyAreToldWhereverTheyBegan() {
            standings.add(Sample.standing("mine", ProbeState.PASSING, TOLD));
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
