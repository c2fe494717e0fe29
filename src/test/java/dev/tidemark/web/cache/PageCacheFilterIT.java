package dev.tidemark.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCacheFilterIT {
    private static final TestServer PRODUCT = TestServer.running();
    private static final Pattern ASSET = Pattern.compile("/assets/[0-9a-f]+/app\\.(css|js)");

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = PRODUCT.request(path).GET();
        return PRODUCT.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Nested
    class GivenACachedResponse {
        @ParameterizedTest
        @ValueSource(strings = {"/settings", "/compare", "/api/v1/incidents", "/api/v1/budgets/presets"})
        void whenItIsRequestedWithItsETag_thenItIsNotSentAgain(String path) throws Exception {
            HttpResponse<String> first = get(path);
            HttpResponse<String> second = get(path, "If-None-Match", header(first, "ETag"));

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "Cache-Control")).isEqualTo("private, no-cache");
            assertThat(second.statusCode()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
        }

        @Test
        void whenItIsRequestedWithAnotherETag_thenItIsSent() throws Exception {
            HttpResponse<String> answer = get("/settings", "If-None-Match", "W/\"0000000000\"");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("</html>");
        }
    }

    @Nested
    class GivenAClientWithGzip {
        @ParameterizedTest
        @ValueSource(strings = {"/settings", "/api/v1/budgets/presets"})
        void whenTextIsRequested_thenItIsCompressedOnce(String path) throws Exception {
            HttpResponse<byte[]> packed = java.net.http.HttpClient.newHttpClient()
                    .send(
                            PRODUCT.request(path)
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            BodyHandlers.ofByteArray());

            assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("gzip");
            String text = new String(
                    new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(withoutAges(text)).isEqualTo(withoutAges(get(path).body()));
        }

        /** Both requests may be in different seconds. */
        private static String withoutAges(String page) {
            return page.replaceAll("\\d+ s ago", "");
        }
    }

    @Nested
    class GivenAnAsset {
        @Test
        void whenItsUrlHasItsFingerprint_thenItIsImmutable() throws Exception {
            Matcher assets = ASSET.matcher(get("/settings").body());
            assertThat(assets.find()).isTrue();

            assertThat(header(get(assets.group()), "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(get("/assets/0123456789/app.css"), "Cache-Control"))
                    .isEqualTo("no-cache");
        }
    }

    @Nested
    class GivenABadge {
        @Test
        void whenAPageOfAnotherSiteEmbedsIt_thenItIsAllowedAndCachedForAMinute() throws Exception {
            String probe = """
                    {"id":"page-cache-it","url":"https://shop.example/","every":"P1D","enabled":false}""";
            PRODUCT.post("/api/v1/probes", probe);

            HttpResponse<String> badge = get("/badge/page-cache-it/lcp.svg");

            assertThat(badge.body()).contains("no value");
            assertThat(header(badge, "Cache-Control")).isEqualTo("public, max-age=60");
            assertThat(header(badge, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        }
    }
}
