package dev.tidemark.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.http.BasePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ManualTest {

    @Nested
    class GivenTheManualOfThisVersion {

        private static final Path PAGES = Path.of("src", "site", "markdown");
        private static final Path IMAGES = Path.of("src", "site", "resources", "images");

        private final Manual manual = new Manual(GivenTheManualOfThisVersion::open, new BasePath(""));

        private static InputStream open(String path) {
            Path file = path.startsWith("images/") ? IMAGES.resolve(path.substring(7)) : PAGES.resolve(path);
            try {
                return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Stream<ManualPage> pages() throws IOException {
            try (Stream<Path> files = Files.walk(PAGES)) {
                return files
                        .filter(file -> file.toString().endsWith(".md"))
                        .map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
                        .map(file -> file.substring(0, file.length() - ".md".length()))
                        .toList()
                        .stream()
                        .map(path -> manual.page(path).orElseThrow());
            }
        }

        @Test
        void thenEveryRelativeLinkHasAPageAndAHeading() throws IOException {
            List<String> dead = new ArrayList<>();
            pages().forEach(page -> page.links().stream()
                    .filter(link -> !leads(page, link))
                    .forEach(link -> dead.add(page.path() + ".md: " + link)));

            assertThat(dead).isEmpty();
        }

        @Test
        void thenEveryImageExists() throws IOException {
            List<String> missing = new ArrayList<>();
            pages().forEach(page -> page.images().stream()
                    .filter(image -> manual.image(image).isEmpty())
                    .forEach(image -> missing.add(page.path() + ".md: " + image)));

            assertThat(missing).isEmpty();
        }

        @Test
        void thenTheContentsLeadToPages() {
            assertThat(manual.topics()).isNotEmpty().allMatch(topic -> manual.page(topic.path())
                    .isPresent());
        }

        /** Links to pages of the application are checked by other tests. */
        private boolean leads(ManualPage from, String link) {
            if (link.matches("(?:https?|mailto):.*")) {
                return true;
            }
            String[] parts = link.split("#", 2);
            if (parts[0].startsWith("/") && !parts[0].matches("/help(?:/.*)?")) {
                return true;
            }
            Optional<ManualPage> to = parts[0].isEmpty() ? Optional.of(from) : at(parts[0]);
            return to.filter(page -> parts.length == 1 || page.anchors().contains(parts[1]))
                    .isPresent();
        }

        private Optional<ManualPage> at(String address) {
            return address.equals("/help") ? manual.page("index") : page(address);
        }

        private Optional<ManualPage> page(String address) {
            return address.startsWith("/help/") ? manual.page(address.substring("/help/".length())) : Optional.empty();
        }
    }

    @Nested
    class GivenAPageInAFolder {

        private final Manual manual = manual(Map.of(
                "index.md",
                "# Manual\n\n[Start](start.md)\n\n## Design\n\n1. [Use `X`](adr/0001-use-x.md)\n2. [again](start.md#a)\n",
                "adr/0001-use-x.md",
                "# Use `X`\n\n## Why not\n\n[start](../start.md#a-b), [next](0002-y.md), [site](https://example.org/a.md)\n"
                        + "![Chart](../images/chart.png)\n\n<script>alert(1)</script>\n\n[bad](javascript:alert(1))\n\n"
                        + "|a|b|\n|-|-:|\n|1|2|\n\n```\ncode\n```\n",
                "images/chart.png",
                "png"));

        private final ManualPage page = manual.page("adr/0001-use-x").orElseThrow();

        @Test
        void thenLinksPointToPagesOfTheApplication() {
            assertThat(page.html())
                    .contains("href=\"/help/start#a-b\"", "href=\"/help/adr/0002-y\"")
                    .contains("href=\"https://example.org/a.md\"");
        }

        @Test
        void thenHeadingsHaveAnchorsAndTheFirstIsTheTitle() {
            assertThat(page.title()).isEqualTo("Use X");
            assertThat(page.anchors()).containsExactly("use-x", "why-not");
        }

        @Test
        void thenHtmlIsEscapedAndScriptAddressesAreRemoved() {
            assertThat(page.html())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script", "javascript:");
        }

        @Test
        void thenTablesAndCodeCanBeScrolledByKeyboard() {
            assertThat(page.html())
                    .contains("<div class=\"scroll\" tabindex=\"0\"><table class=\"tight\">", "</table></div>")
                    .contains("<pre tabindex=\"0\"><code>code");
        }

        @Test
        void thenOnlyImagesOfPagesAreServed() {
            assertThat(page.html()).contains("src=\"/help-images/chart.png\"");
            assertThat(manual.image("chart.png")).isPresent();
            assertThat(manual.image("other.png")).isEmpty();
            assertThat(manual.image("../index.md")).isEmpty();
        }

        @Test
        void thenTheContentsAreTheLinksOfTheIndexByHeading() {
            assertThat(manual.contents())
                    .containsExactly(
                            new TopicGroup("", List.of(new Topic("Start", "start"))),
                            new TopicGroup("Design", List.of(new Topic("Use X", "adr/0001-use-x"))));
        }

        @Test
        void whenAPathIsUnknownOrOutside_thenThereIsNoPage() {
            assertThat(manual.page("none")).isEmpty();
            assertThat(manual.page("../index")).isEmpty();
            assertThat(manual.page("a/b/c")).isEmpty();
        }
    }

    private static Manual manual(Map<String, String> files) {
        return manual(files, "");
    }

    private static Manual manual(Map<String, String> files, String basePath) {
        return new Manual(
                path -> files.containsKey(path)
                        ? new ByteArrayInputStream(files.get(path).getBytes(StandardCharsets.UTF_8))
                        : null,
                new BasePath(basePath));
    }
}
