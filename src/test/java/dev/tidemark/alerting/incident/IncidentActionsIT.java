package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeScenario.ok;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.probe.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Probe;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentActionsIT {

    private static final Optional<String> NO_NOTE = Optional.empty();
    private static final Optional<Instant> NO_END = Optional.empty();

    private NotificationFixture room;
    private Probe shop;
    private Incident incident;

    @BeforeEach
    void open() throws SQLException {
        room = new NotificationFixture();
        shop = room.probe("shop", "ops@shop.example");
        runBadly(1);
        room.clock.advance(Duration.ofHours(2));
        incident = room.only();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void runBadly(int number) {
        room.note(shop, ok(shop, number), Verdicts.broken(LCP, CRITICAL));
    }

    private void runWell(int number) {
        room.note(shop, ok(shop, number), Verdicts.kept(LCP, CRITICAL));
    }

    private Optional<Incident> acknowledge(Optional<Instant> until, Optional<String> note) {
        return room.entities.inTransaction(() -> room.actions.acknowledge(incident.id(), "ada", until, note));
    }

    private Optional<Incident> unacknowledge() {
        return room.entities.inTransaction(() -> room.actions.unacknowledge(incident.id(), "bob"));
    }

    private Optional<Incident> resolve(Optional<String> note) {
        return room.entities.inTransaction(() -> room.actions.resolve(incident.id(), "ada", note));
    }

    private List<IncidentNote> notes() {
        return room.entities.inTransaction(() -> room.incidents.notes(incident.id(), 100));
    }

    private List<Incident> listed(IncidentFilter filter) {
        return room.entities.inTransaction(() -> room.incidents
                .list(new IncidentQuery(filter, 10, Optional.empty()))
                .items());
    }

    private ProbeState state() {
        return room.entities
                .inTransaction(room.incidents::states)
                .get(shop.id())
                .get(ProbeScenario.FRANKFURT)
                .state();
    }

    @Nested
    class GivenAnOpenIncident {

        @Test
        void whenItIsAcknowledgedWithANote_thenTheNoteIsShownAndAComment() {
            Incident changed = acknowledge(NO_END, Optional.of("rolling back")).orElseThrow();

            assertThat(changed.acknowledgement())
                    .hasValue(new Incident.Acknowledgement(
                            "ada", room.clock.instant(), NO_END, Optional.of("rolling back")));
            assertThat(notes())
                    .extracting(note -> note.author().orElse("-") + ": " + note.line())
                    .contains(
                            "ada: rolling back",
                            "-: Acknowledged by ada until the incident is resolved. Reminders and escalation are paused.");
        }

        @Test
        void whenItIsSnoozed_thenItIsAcknowledgedUntilThen() {
            acknowledge(Optional.of(room.clock.instant().plusSeconds(60)), NO_NOTE);

            assertThat(listed(IncidentFilter.ALL.acknowledged(true))).hasSize(1);
            assertThat(listed(IncidentFilter.ALL.acknowledged(false))).isEmpty();
            room.clock.advance(Duration.ofSeconds(60));
            assertThat(listed(IncidentFilter.ALL.acknowledged(true))).isEmpty();
            assertThat(listed(IncidentFilter.ALL.acknowledged(false))).hasSize(1);
        }

        @Test
        void whenTheAcknowledgementIsWithdrawn_thenThereIsNone() {
            acknowledge(NO_END, Optional.of("rolling back"));

            assertThat(unacknowledge().orElseThrow().acknowledgement()).isEmpty();
            assertThat(room.only().acknowledgement()).isEmpty();
            assertThat(room.remarks(incident))
                    .contains("bob withdrew the acknowledgement. Reminders and escalation continue.");
        }

        @Test
        void whenThereIsNoAcknowledgement_thenWithdrawingChangesNothing() {
            assertThat(unacknowledge()).isPresent();
            assertThat(notes()).isEmpty();
        }

        @Test
        void whenItIsCommented_thenTheCommentHasItsAuthorAndTime() {
            room.entities.inTransaction(() -> room.actions.comment(incident.id(), "bob", "<b>CDN</b>\nis slow"));

            assertThat(notes())
                    .containsExactly(new IncidentNote(room.clock.instant(), Optional.of("bob"), "<b>CDN</b>\nis slow"));
        }

        @Test
        void whenItIsResolved_thenThoseWhoWereNotifiedAreNotifiedOnce() {
            Incident resolved = resolve(Optional.of("rolled back")).orElseThrow();

            assertThat(resolved.resolvedAt()).hasValue(room.clock.instant());
            assertThat(room.told())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("2 ops@shop.example")
                    .contains("resolved by ada after 1 h 55 min", "LCP");
            assertThat(room.remarks(incident)).contains("Resolved by ada.", "rolled back");
            assertThat(resolve(NO_NOTE)).isEmpty();
            assertThat(room.told()).hasSize(2);
        }

        @Test
        void whenItIsResolved_thenTheStateIsUnknownUntilTheNextRun() {
            resolve(NO_NOTE);
            assertThat(state()).isEqualTo(ProbeState.UNKNOWN);
            runWell(2);

            assertThat(state()).isEqualTo(ProbeState.PASSING);
            assertThat(room.told()).hasSize(2);
        }

        @Test
        void whenTheNextRunIsBadAgain_thenANewIncidentOpens() {
            resolve(NO_NOTE);
            runBadly(2);

            assertThat(listed(IncidentFilter.ALL.open(true))).singleElement().satisfies(open -> assertThat(open.id())
                    .isNotEqualTo(incident.id()));
            assertThat(room.told()).hasSize(3);
        }
    }

    @Nested
    class GivenAResolvedIncident {

        @BeforeEach
        void recover() {
            runWell(2);
        }

        @Test
        void whenItIsAcknowledgedOrResolved_thenNothingChanges() {
            assertThat(acknowledge(NO_END, NO_NOTE)).isEmpty();
            assertThat(unacknowledge()).isEmpty();
            assertThat(resolve(NO_NOTE)).isEmpty();
            assertThat(notes()).isEmpty();
        }

        @Test
        void whenItIsCommented_thenTheCommentIsAdded() {
            room.entities.inTransaction(() -> room.actions.comment(incident.id(), "bob", "it was the CDN"));
            assertThat(notes()).hasSize(1);
        }
    }

    @Nested
    class GivenNoIncident {

        @Test
        void whenItIsChanged_thenThereIsNone() {
            UUID none = UUID.randomUUID();
            assertThat(room.entities.inTransaction(() -> room.actions.comment(none, "bob", "hello")))
                    .isEmpty();
            assertThat(room.entities.inTransaction(() -> room.actions.resolve(none, "bob", NO_NOTE)))
                    .isEmpty();
        }
    }
}
