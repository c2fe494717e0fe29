package dev.tidemark.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeFilesTest {

    private static final String A = "{id: a, url: https://a.example/, every: PT5M}\n";
    private static final String B = "{id: b, url: https://b.example/, every: PT5M}\n";
    private static final String BAD = "{id: a, url: https://a.example/, every: PT5M, samples: 0}\n";

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final InMemoryProbeStore table = new InMemoryProbeStore();
    private final ProbeCatalog catalog = new ProbeCatalog(table, clock);

    @TempDir
    private Path temporary;

    private Path directory;
    private ProbeFolder folder;
    private ProbeFiles files;
    private int writes;

    @BeforeEach
    void makeTheDirectory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("probes"));
        folder = new ProbeFolder(directory, VariableSubstitution.NONE);
        files = new ProbeFiles(Optional.of(folder), catalog, new FileProbeSync(table, clock), null);
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000L * ++writes));
    }

    private void look() {
        files.syncIfChanged(folder);
    }

    private Iterable<String> ids() {
        return catalog.all().stream().map(entry -> entry.probe().id().slug()).toList();
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(directory.resolve(file), bytes);
        Files.setLastModifiedTime(directory.resolve(file), FileTime.fromMillis(1_000L * ++writes));
    }

    @Nested
    class GivenFilesInOtherForms {

        private static final String NAMED = "id: a\nname: Bücher\nurl: https://a.example/\nevery: PT5M\n";

        @Test
        void whenAFileIsLatin1_thenThePlaceIsReportedAndNothingIsStored() throws IOException {
            write("a.yaml", NAMED.getBytes(StandardCharsets.ISO_8859_1));
            look();
            assertThat(ids()).isEmpty();
            assertThat(files.errors())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "probes/a.yaml:2: The text is not UTF-8: byte 0xFC at line 2, column 8 (byte offset 13).");
        }

        @Test
        void whenAFileIsUtf16_thenThatIsReported() throws IOException {
            write("a.yaml", NAMED.getBytes(StandardCharsets.UTF_16LE));
            look();
            assertThat(files.errors())
                    .singleElement()
                    .asString()
                    .isEqualTo("probes/a.yaml:1: The text is UTF-16, not UTF-8. Save it as UTF-8.");
        }

        @Test
        void whenAFileBeginsWithAByteOrderMark_thenItIsRead() throws IOException {
            write("a.yaml", ("\uFEFF" + NAMED).getBytes(StandardCharsets.UTF_8));
            look();
            assertThat(files.errors()).isEmpty();
            assertThat(catalog.all().get(0).probe().name()).isEqualTo("Bücher");
        }

        @Test
        void whenTheyAreJsonWithTabs_thenTheyAreRead() throws IOException {
            write("a.yaml", "{\n\t\t\"id\": \"a\", \"url\": \"https://a.example/\",\n\t\t\"every\": \"PT5M\"}");
            write("b.json", "[{\"id\": \"b\",\t\"url\": \"https://b.example/\", \"every\": \"PT5M\"}]");
            write("probe.schema.json", "{\"$schema\": \"x\", \"properties\": {}}");
            look();
            assertThat(files.errors()).isEmpty();
            assertThat(ids()).containsExactly("a", "b");
        }

        @Test
        void whenAJsonFileIsInvalid_thenLineAndColumnAreReported() throws IOException {
            write("a.json", "{\n\t\"id\": \"a\",\n}");
            look();
            assertThat(files.errors())
                    .singleElement()
                    .asString()
                    .startsWith("probes/a.json:3: Invalid JSON at line 3, column ");
        }

        @Test
        void whenAFileIsOfAnotherTool_thenItIsNamed() throws IOException {
            write("blackbox.yml", "modules:\n  http_2xx:\n    prober: http\n");
            write("config.yaml", "module.exports = {\n  ci: { assert: {} }\n};\n");
            write("kuma.json", "{\"version\": \"1.23.0\", \"monitorList\": []}");
            look();
            assertThat(files.errors())
                    .extracting(Object::toString)
                    .satisfiesExactly(
                            error -> assertThat(error)
                                    .startsWith(
                                            "probes/blackbox.yml:1: This is a configuration of the Prometheus blackbox_exporter."),
                            error -> assertThat(error)
                                    .startsWith(
                                            "probes/config.yaml:1: This is a Lighthouse CI configuration in JavaScript."),
                            error -> assertThat(error)
                                    .startsWith("probes/kuma.json:1: This is a backup of Uptime Kuma."));
        }
    }

    @Nested
    class GivenValidFiles {

        @BeforeEach
        void readThem() throws IOException {
            write("a.yaml", A);
            write("more/b.yml", B);
            write("notes.txt", "nothing");
            look();
        }

        @Test
        void whenTheyAreRead_thenTheirProbesNameTheFile() {
            assertThat(ids()).containsExactly("a", "b");
            assertThat(catalog.all())
                    .extracting(entry -> entry.file().orElse(""))
                    .containsExactly("a.yaml", "more/b.yml");
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void whenNothingChanges_thenTheRevisionStays() {
            long before = catalog.revision();
            look();
            assertThat(catalog.revision()).isEqualTo(before);
        }

        @Test
        void whenOnlyTheModificationTimeChanges_thenTheRevisionStays() throws IOException {
            long before = catalog.revision();
            write("a.yaml", A);
            look();
            assertThat(catalog.revision()).isEqualTo(before);
        }

        @Test
        void whenOneChanges_thenItsProbeHasANewVersion() throws IOException {
            write("a.yaml", A.replace("PT5M", "PT1M"));
            look();
            assertThat(catalog.all()).extracting(CatalogEntry::version).containsExactly(2L, 1L);
        }

        @Test
        void whenOneIsDeleted_thenItsProbeIsGone() throws IOException {
            Files.delete(directory.resolve("a.yaml"));
            look();
            assertThat(ids()).containsExactly("b");
        }

        @Test
        void whenAProbeMovesToAnotherFile_thenItStays() throws IOException {
            Files.delete(directory.resolve("a.yaml"));
            write("c.yaml", A);
            look();
            assertThat(catalog.all())
                    .extracting(entry -> entry.file().orElse(""))
                    .containsExactly("c.yaml", "more/b.yml");
        }

        @Test
        void whenOneBecomesInvalid_thenItsProbesStayAndTheErrorIsReported() throws IOException {
            write("a.yaml", BAD);
            look();
            assertThat(ids()).containsExactly("a", "b");
            assertThat(catalog.all().get(0).probe().samples()).isEqualTo(3);
            assertThat(files.errors())
                    .extracting(ValidationError::toString)
                    .containsExactly("probes/a.yaml:1: samples 0 is out of range. Use 1 to 9.");
        }

        @Test
        void whenTheInvalidOneIsFixed_thenTheErrorDisappears() throws IOException {
            write("a.yaml", BAD);
            look();
            write("a.yaml", A);
            look();
            assertThat(files.errors()).isEmpty();
        }

        @Test
        void whenTheDirectoryIsDeleted_thenItsProbesStay() throws IOException {
            Files.move(directory, temporary.resolve("elsewhere"));
            look();
            assertThat(ids()).containsExactly("a", "b");
            assertThat(files.errors()).singleElement().asString().contains("cannot be listed");
        }
    }

    @Nested
    class GivenTwoFilesWithTheSameId {

        @Test
        void whenTheyAreRead_thenTheFirstIsUsedAndTheSecondIsReported() throws IOException {
            write("a.yaml", A);
            write("b.yaml", A.replace("a.example", "b.example"));
            look();
            assertThat(catalog.all())
                    .extracting(entry -> entry.file().orElse(""))
                    .containsExactly("a.yaml");
            assertThat(files.errors())
                    .extracting(ValidationError::toString)
                    .containsExactly(
                            "probes/b.yaml:1: Duplicate id \"a\", first used at probes/a.yaml:1. Give each probe its own id.");
        }
    }

    @Nested
    class GivenAProbeFromTheUserInterfaceWithTheSameId {

        @Test
        void whenTheFileIsRead_thenItIsRefusedUntilTheOtherIsDeleted() throws IOException {
            var made = catalog.create(DefinitionReader.yaml("", A, VariableSubstitution.NONE)
                    .probes()
                    .get(0));
            write("a.yaml", A);
            look();
            assertThat(catalog.find(made.probe().id()).orElseThrow().file()).isEmpty();
            assertThat(files.errors())
                    .singleElement()
                    .asString()
                    .contains("belongs to a probe that was created in the user interface or through the API");

            catalog.delete(made.probe().id());
            look();
            assertThat(catalog.find(made.probe().id()).orElseThrow().file()).contains("a.yaml");
        }
    }
}
