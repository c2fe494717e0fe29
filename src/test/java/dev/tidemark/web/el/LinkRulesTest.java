package dev.tidemark.web.el;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every link gets the base path in one of two places: {@link LinkDecorator} for views, {@code BasePath} for Java. */
class LinkRulesTest {

    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path WEBAPP = Path.of("src", "main", "webapp");

    /** The files and lines with a match, except for comments. */
    private static List<String> matches(Path root, String suffix, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().contains("launcher"))
                    .flatMap(file -> wanted.matcher(withoutComments(file))
                            .results()
                            .map(found -> file.getFileName() + ": " + found.group()))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s:/\\*.*?\\*/|<!--.*?-->)|(?m:^\\s*//.*$)", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Nested
    class GivenTheViews {
        @Test
        void whenAnHtmlAttributeHasAPath_thenTheDecoratorKnowsIt() {
            String others = "(?<![\\w:-])(?!(?:" + String.join("|", LinkDecorator.LINKS)
                    + "|template|value|from|to)=)[\\w:-]+=\"/(?!/)[^\"]*\"";

            assertThat(matches(WEBAPP, ".xhtml", others)).isEmpty();
        }

        @Test
        void whenAPathIsTheValueOfAnInput_thenItIsOneToReturnTo() {
            assertThat(matches(WEBAPP, ".xhtml", "(?<![\\w:-])value=\"/[^\"]*\""))
                    .isEmpty();
        }

        @Test
        void whenAPageRefreshes_thenByADecoratedAttribute() {
            assertThat(matches(
                            WEBAPP,
                            ".xhtml",
                            "http-equiv=\"refresh\"|contextPath|onclick=|<base |style=\"[^\"]*url\\("))
                    .isEmpty();
        }
    }

    @Nested
    class GivenStaticFiles {
        @Test
        void whenAScriptHasAnAddress_thenItComesFromThePage() {
            assertThat(matches(WEBAPP, ".js", "[\"'`]/(?![/\"'`])[\\w.-]+|path=/"))
                    .isEmpty();
        }

        @Test
        void whenAStyleHasAUrl_thenItIsRelative() {
            assertThat(matches(WEBAPP, ".css", "url\\(\\s*[\"']?/|\\[(?:action|href|src)\\^?=\"/"))
                    .isEmpty();
        }

        @Test
        void whenAStaticPageHasALink_thenItIsRelative() {
            assertThat(matches(WEBAPP, ".html", "(?:href|src|action)=[\"']?/")).isEmpty();
        }
    }

    @Nested
    class GivenJava {
        @Test
        void whenMarkupHasALink_thenItsPathIsNotWrittenThere() {
            assertThat(matches(JAVA, ".java", "(?:href|src|action)=\\\\?[\"']?/"))
                    .isEmpty();
        }

        @Test
        void whenItRedirects_thenByTheHelper() {
            assertThat(
                            matches(
                                    JAVA,
                                    ".java",
                                    "sendRedirect\\(|[sS]et(?:Response)?Header\\(\\s*\"Location\"(?!, base\\.link|, of\\(request\\)\\.link)"))
                    .isEmpty();
        }

        @Test
        void whenItReadsThePathOfARequest_thenWithoutTheBasePath() {
            assertThat(matches(JAVA, ".java", "getRequestURI\\(\\)|getContextPath\\(\\)|getRequestPath\\(\\)"))
                    .as("BasePath.pathOf, or the reason in this list")
                    .containsExactlyInAnyOrder(
                            "BasePath.java: getContextPath()",
                            "BasePath.java: getRequestURI()",
                            // What a problem's "instance" names is the whole path.
                            "EarlyProblem.java: getRequestPath()",
                            "OutageResponse.java: getRequestURI()",
                            // Only its characters count, or whether NUL is among them.
                            "HeaderHandler.java: getRequestURI()",
                            "HeaderHandler.java: getRequestPath()",
                            // The start of the URL is what is before the whole path.
                            "OidcServlet.java: getRequestURI()",
                            "OidcServlet.java: getContextPath()");
        }

        @Test
        void whenItSetsTheirPath_thenCookiesAreBelowTheBasePath() {
            assertThat(matches(JAVA, ".java", "\\.setPath\\(\"")).isEmpty();
        }
    }
}
