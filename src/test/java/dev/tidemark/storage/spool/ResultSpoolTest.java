package dev.tidemark.storage.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.model.result.Slot;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.storage.run.RunTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSpoolTest {

    private static final Instant PLANNED = Instant.parse("2026-01-01T12:00:00Z");
    private static final int ARTIFACT_BYTES = 100_000;

    @TempDir
    private Path data;

    private ResultSpool spool() {
        return spool(ResultSpool.MAX_BYTES);
    }

    private ResultSpool spool(long maxBytes) {
        return new ResultSpool(folder(), maxBytes);
    }

    private Path folder() {
        return data.resolve("spool");
    }

    static SpooledResult result(int minute) {
        Instant planned = PLANNED.plusSeconds(60L * minute);
        Slot slot = new Slot(new ProbeId("shop"), LocationName.DEFAULT, planned);
        Artifact har = new Artifact(Artifact.ArtifactType.HAR, 1, 12.5, "application/json", new byte[ARTIFACT_BYTES]);
        SampleResult sample = new SampleResult(
                planned.plusNanos(1_234_567),
                Duration.ofMillis(4_321),
                Outcome.ok(),
                Set.of(SampleWarning.METRICS_MISSING),
                Measurements.of(List.of(new Measurement(Metric.LCP, 1834.25))),
                List.of(),
                PageDetails.none(),
                List.of(har));
        Profile profile = new Profile(
                "desktop",
                new Viewport(800, 600, 1, false, false),
                NetworkConditions.UNTHROTTLED,
                1,
                Optional.of("agent ü"));
        RunResult run = RunResult.of(new Engine("Chromium", "1", "2"), profile, 7.5, List.of(sample));
        return new SpooledResult(new RunTicket(RunId.newAt(planned), slot, 2), run, planned.plusSeconds(9));
    }

    private static List<SpooledResult> all(ResultSpool spool) {
        return spool.names().stream().flatMap(name -> spool.find(name).stream()).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Nested
    class GivenSpooledResults {

        @Test
        void whenTheServerIsStartedAgain_thenTheyAreCompleteAndInOrderOfTheirPlannedTimes() {
            ResultSpool before = spool();
            List.of(3, 1, 2).forEach(minute -> before.add(result(minute)));
            List<SpooledResult> after = all(spool());

            assertThat(after)
                    .extracting(one -> one.ticket().slot().plannedAt())
                    .containsExactly(PLANNED.plusSeconds(60), PLANNED.plusSeconds(120), PLANNED.plusSeconds(180));
            SpooledResult first = after.get(0);
            assertThat(first.ticket().attempt()).isEqualTo(2);
            assertThat(first.finishedAt()).isEqualTo(PLANNED.plusSeconds(69));
            assertThat(first.result().profile()).isEqualTo(result(1).result().profile());
            assertThat(first.result().medians()).isEqualTo(result(1).result().medians());
            SampleResult sample = first.result().samples().get(0);
            assertThat(sample.startedAt()).isEqualTo(PLANNED.plusSeconds(60).plusNanos(1_234_567));
            assertThat(sample.warnings()).containsExactly(SampleWarning.METRICS_MISSING);
            assertThat(sample.artifacts().get(0).content()).hasSize(ARTIFACT_BYTES);
        }

        @Test
        void whenTheyAreRemoved_thenNothingIsLeft() throws IOException {
            ResultSpool spool = spool();
            SpooledResult one = result(1);
            spool.add(one);
            assertThat(spool.holds(one.ticket())).isTrue();
            spool.remove(one);

            assertThat(spool.holds(one.ticket())).isFalse();
            assertThat(spool.names()).isEmpty();
            assertThat(files()).isEmpty();
        }

        @Test
        void whenTheirFilesAreListed_thenOnlyTheOwnerCanReadThem() throws IOException {
            spool().add(result(1));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(files().get(0)))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
        }

        @Test
        void whenAnyByteOfAFileIsChanged_thenItIsSetAsideAndTheOthersRemain() throws IOException {
            ResultSpool spool = spool();
            spool.add(result(1));
            spool.add(result(2));
            Path file = folder().resolve(files().get(0));
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertThat(all(spool)).hasSize(1);
            assertThat(files()).hasSize(2).anyMatch(name -> name.endsWith(".damaged"));
            assertThat(spool.names()).hasSize(1);
        }

        @Test
        void whenAFileIsCutOff_thenItIsSetAside() throws IOException {
            ResultSpool spool = spool();
            for (int length : List.of(0, 10, 32, 40)) {
                spool.add(result(1));
                Path file = folder().resolve(spool.names().get(0) + ".result");
                Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), length));

                assertThat(all(spool)).isEmpty();
                assertThat(spool.names()).isEmpty();
            }
        }

        @Test
        void whenAWriteWasInterrupted_thenItsRestIsDeletedAtTheNextStart() throws IOException {
            spool().add(result(1));
            Files.write(folder().resolve("half.partial"), new byte[10]);

            assertThat(all(spool())).hasSize(1);
            assertThat(files()).hasSize(1);
        }
    }

    @Nested
    class GivenLittleRoom {

        @Test
        void whenTheArtifactsDoNotFit_thenTheResultIsKeptWithoutThem() {
            ResultSpool spool = spool(ARTIFACT_BYTES);
            assertThat(spool.add(result(1))).isTrue();

            assertThat(all(spool).get(0).result().samples().get(0).artifacts()).isEmpty();
            assertThat(all(spool).get(0).result().medians())
                    .isEqualTo(result(1).result().medians());
        }

        @Test
        void whenTheDiskTakesNothing_thenABoundedNumberStaysInMemory() throws IOException {
            Files.write(folder(), new byte[0]);
            ResultSpool spool = spool();
            for (int n = 0; n < ResultSpool.MAX_IN_MEMORY; n++) {
                assertThat(spool.add(result(n))).isTrue();
            }

            assertThat(spool.add(result(ResultSpool.MAX_IN_MEMORY))).isFalse();
            assertThat(all(spool)).hasSize(ResultSpool.MAX_IN_MEMORY);
        }
    }
}
