package dev.tidemark.storage.marker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunTicket;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MarkersIT {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final ProbeId SHOP = new ProbeId("shop");
    private static final ProbeId BLOG = new ProbeId("blog");

    private HistoryFixture fixture;
    private Markers markers;

    @BeforeEach
    void open() throws SQLException {
        fixture = HistoryFixture.fresh();
        markers = fixture.persistence().bean(Markers.class, Markers::new);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void mark(Marker.Kind kind, Instant at, Optional<ProbeId> probe, Optional<String> tag, String title) {
        markers.add(new Marker(UUID.randomUUID(), kind, at, probe, tag, title, Optional.empty(), "ci"));
    }

    private static Optional<ProbeId> only(ProbeId probe) {
        return Optional.of(probe);
    }

    private List<String> titles(ProbeId probe, List<String> tags, Instant from, Instant to) {
        return markers.of(probe, tags, new Interval(from, to)).stream()
                .map(Marker::title)
                .toList();
    }

    @Nested
    class GivenSevenNotesWithEqualTimesAndADeployBetween {

        private static final Optional<Marker.Kind> NOTES = Optional.of(Marker.Kind.NOTE);

        @BeforeEach
        void mark() {
            for (int n = 0; n < 7; n++) {
                MarkersIT.this.mark(
                        Marker.Kind.NOTE, NOON.plusSeconds(n / 3), Optional.empty(), Optional.empty(), "note " + n);
            }
            MarkersIT.this.mark(Marker.Kind.DEPLOY, NOON.plusSeconds(1), only(SHOP), Optional.empty(), "deploy");
        }

        private List<UUID> ids(Page<Marker> shelf) {
            return shelf.items().stream().map(Marker::id).toList();
        }

        @Test
        void whenOlderPagesAreRequested_thenEachIsListedOnceUntilTheLastPage() {
            Page<Marker> first = markers.pageAfter(Optional.empty(), NOTES, 3);
            Page<Marker> second = markers.pageAfter(first.next().map(UUID::fromString), NOTES, 3);
            Page<Marker> third = markers.pageAfter(second.next().map(UUID::fromString), NOTES, 3);

            assertThat(first.previous()).isEmpty();
            assertThat(third.next()).isEmpty();
            assertThat(third.items()).hasSize(1);
            assertThat(java.util.stream.Stream.of(first, second, third)
                            .flatMap(shelf -> shelf.items().stream())
                            .map(Marker::title))
                    .doesNotHaveDuplicates()
                    .hasSize(7)
                    .doesNotContain("deploy");
        }

        @Test
        void whenNewerPagesAreRequested_thenTheyAreTheSamePages() {
            Page<Marker> first = markers.pageAfter(Optional.empty(), NOTES, 2);
            Page<Marker> second = markers.pageAfter(first.next().map(UUID::fromString), NOTES, 2);
            Page<Marker> third = markers.pageAfter(second.next().map(UUID::fromString), NOTES, 2);

            Page<Marker> back =
                    markers.pageBefore(UUID.fromString(third.previous().orElseThrow()), NOTES, 2);
            assertThat(ids(back)).isEqualTo(ids(second));
            assertThat(back.next()).isEqualTo(second.next());
            assertThat(markers.pageBefore(UUID.fromString(back.previous().orElseThrow()), NOTES, 2))
                    .isEqualTo(first);
        }

        @Test
        void whenTheLastPageIsExactlyFull_thenNoEmptyOneFollows() {
            Page<Marker> all = markers.pageAfter(Optional.empty(), NOTES, 7);

            assertThat(all.items()).hasSize(7);
            assertThat(all.next()).isEmpty();
        }

        @Test
        void whenTheCursorIsUnknown_thenTheNewestAreShown() {
            assertThat(markers.pageAfter(Optional.of(UUID.randomUUID()), NOTES, 3))
                    .isEqualTo(markers.pageAfter(Optional.empty(), NOTES, 3));
        }
    }

    @Nested
    class GivenMarkersOfProbesOfTagsAndOfAll {

        @BeforeEach
        void mark() {
            MarkersIT.this.mark(Marker.Kind.DEPLOY, NOON.plusSeconds(3), only(SHOP), Optional.empty(), "shop 2");
            MarkersIT.this.mark(Marker.Kind.DEPLOY, NOON, only(BLOG), Optional.empty(), "blog 7");
            MarkersIT.this.mark(Marker.Kind.DEPLOY, NOON.plusSeconds(1), Optional.empty(), Optional.of("eu"), "cdn");
            MarkersIT.this.mark(Marker.Kind.NOTE, NOON.plusSeconds(2), Optional.empty(), Optional.empty(), "sale");
        }

        @Test
        void whenAProbeIsQueried_thenOnlyItsMarkersAreListedOldestFirst() {
            assertThat(titles(SHOP, List.of("eu", "new"), NOON, NOON.plusSeconds(60)))
                    .containsExactly("cdn", "sale", "shop 2");
            assertThat(titles(SHOP, List.of(), NOON, NOON.plusSeconds(60))).containsExactly("sale", "shop 2");
        }

        @Test
        void whenTheRangeEndsAtAMarker_thenItIsNotInIt() {
            assertThat(titles(BLOG, List.of(), NOON, NOON.plusSeconds(2))).containsExactly("blog 7");
            assertThat(titles(BLOG, List.of(), NOON.plusMillis(1), NOON.plusSeconds(2)))
                    .isEmpty();
        }

        @Test
        void whenTheLastDeployIsQueried_thenNotesAndOtherProbesDoNotCount() {
            assertThat(markers.lastDeploy(SHOP, List.of("eu"), NOON.plusSeconds(3)))
                    .map(Marker::title)
                    .contains("cdn");
            assertThat(markers.lastDeploy(SHOP, List.of("eu"), NOON.plusSeconds(4)))
                    .map(Marker::title)
                    .contains("shop 2");
            assertThat(markers.lastDeploy(SHOP, List.of(), NOON)).isEmpty();
        }

        @Test
        void whenOneIsDeleted_thenItIsGoneOnce() {
            UUID id = markers.of(BLOG, List.of(), new Interval(NOON, NOON.plusSeconds(1)))
                    .get(0)
                    .id();

            assertThat(markers.delete(id)).isTrue();
            assertThat(markers.delete(id)).isFalse();
            assertThat(markers.find(id)).isEmpty();
        }
    }

    @Nested
    class GivenRunsOfABrowser {

        private BrowserUpgrades upgrades;

        @BeforeEach
        void upgrades() {
            upgrades = new BrowserUpgrades(fixture.history(), markers);
            run(0, "Chromium 155");
            run(1, "Chromium 155");
        }

        private Run run(int minute, String browser) {
            RunHistory history = fixture.history();
            RunTicket ticket = fixture.started(HistoryFixture.slot(SHOP, NOON.plusSeconds(60L * minute)));
            RunResult result = RunResult.of(
                    new Engine(browser, "1", "1"),
                    HistoryFixture.DESKTOP,
                    1_000,
                    List.of(HistoryFixture.good("LCP", 1_000)));
            Run run = history.record(ticket, result, NOON.plusSeconds(60L * minute + 20))
                    .orElseThrow();
            upgrades.detect(run);
            return run;
        }

        private List<String> marked() {
            return titles(SHOP, List.of(), NOON, NOON.plusSeconds(86_400));
        }

        @Test
        void whenTheVersionIsUnchanged_thenNothingIsAdded() {
            assertThat(marked()).isEmpty();
        }

        @Test
        void whenTheVersionChanges_thenItsFirstRunIsAnnotatedOnce() {
            Run first = run(2, "Chromium 156");
            run(3, "Chromium 156");
            upgrades.detect(first);

            assertThat(markers.of(SHOP, List.of(), new Interval(NOON, NOON.plusSeconds(86_400))))
                    .singleElement()
                    .satisfies(marker -> {
                        assertThat(marker.kind()).isEqualTo(Marker.Kind.BROWSER);
                        assertThat(marker.title()).isEqualTo("Chromium 155 → Chromium 156 at default");
                        assertThat(marker.at()).isEqualTo(NOON.plusSeconds(120));
                    });
        }

        @Test
        void whenTwoNodesWithDifferentVersionsAlternate_thenOnlyTheFirstChangeIsAnnotated() {
            for (int minute = 2; minute < 8; minute++) {
                run(minute, minute % 2 == 0 ? "Chromium 156" : "Chromium 155");
            }

            assertThat(marked()).hasSize(1);
        }
    }
}
