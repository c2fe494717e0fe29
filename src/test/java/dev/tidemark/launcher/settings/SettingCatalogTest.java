package dev.tidemark.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Catalog, code, manual and configuration file list the same settings with the same defaults. */
class SettingCatalogTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(TIDEMARK_[A-Z_*]+)` \\| ([^|]*) \\| [^|\\s]");
    private static final Pattern IN_CODE =
            Pattern.compile("@ConfigProperty\\(name = \"(tidemark\\.[a-z.]+)\"(?:, defaultValue = \"([^\"]*)\")?\\)");
    private static final List<String> OF_THE_LAUNCHER = List.of("TIDEMARK_LAUNCHER_PID", "TIDEMARK_DATABASE_PIDFILE");

    @Nested
    class GivenTheConfigurationFile {
        @Test
        void thenItListsEverySettingWithItsDefault() throws IOException {
            Files.writeString(Path.of("target/tidemark.properties"), SettingsFileText.ofAll());

            assertThat(Path.of("src/dist/conf/tidemark.properties"))
                    .as("after a change of SettingCatalog: cp target/tidemark.properties src/dist/conf/")
                    .content()
                    .isEqualTo(SettingsFileText.ofAll());
        }
    }

    @Nested
    class GivenTheManual {
        @Test
        void thenItHasARowForEverySettingAndNoOther() throws IOException {
            assertThat(rows().keySet())
                    .as("rows of src/site/markdown/settings.md")
                    .containsExactlyInAnyOrderElementsOf(catalog().keySet());
        }

        @Test
        void thenTheDefaultsAreThoseOfTheCatalog() throws IOException {
            Map<String, String> inManual = rows();

            assertThat(catalog().values())
                    .filteredOn(setting -> !setting.defaultValue().isEmpty())
                    .allSatisfy(setting -> assertThat(inManual.get(setting.name()))
                            .as(setting.name())
                            .contains(setting.defaultValue()));
        }

        @Test
        void thenFormerNamesAreListed() throws IOException {
            String text = Files.readString(Path.of("src/site/markdown/settings.md"));

            assertThat(SettingCatalog.all().flatMap(setting -> setting.formerNames().stream()
                            .map(former -> "| `" + former + "` | `" + setting.name() + "` |")))
                    .allSatisfy(row -> assertThat(text).contains(row));
        }
    }

    @Nested
    class GivenTheCode {
        @Test
        void whenItReadsASetting_thenTheCatalogHasItWithTheSameDefault() throws IOException {
            assertThat(readSettings()).isNotEmpty().allSatisfy(read -> {
                String name = read.group(1).toUpperCase(Locale.ROOT).replace('.', '_');
                assertThat(SettingCatalog.find(name)).as(name).hasValueSatisfying(setting -> {
                    if (read.group(2) != null && !setting.defaultValue().isEmpty()) {
                        assertThat(read.group(2)).as(name).isEqualTo(setting.defaultValue());
                    }
                });
            });
        }

        private static List<MatchResult> readSettings() throws IOException {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
                return files.filter(file -> file.toString().endsWith(".java"))
                        .flatMap(file -> IN_CODE.matcher(read(file)).results())
                        .filter(match -> !OF_THE_LAUNCHER.contains(
                                match.group(1).toUpperCase(Locale.ROOT).replace('.', '_')))
                        .toList();
            }
        }
    }

    private static Map<String, Setting> catalog() {
        return SettingCatalog.documented().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Setting::name, setting -> setting));
    }

    private static Map<String, String> rows() throws IOException {
        String text = Files.readString(Path.of("src/site/markdown/settings.md"));
        Matcher row = ROW.matcher(text.substring(0, text.indexOf("## Renamed settings")));
        Map<String, String> rows = new TreeMap<>();
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
