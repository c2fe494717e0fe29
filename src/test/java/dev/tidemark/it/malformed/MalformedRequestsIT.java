package dev.tidemark.it.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of ours sends. More of them: {@code -Dtidemark.malformed.requests=100000}. */
class MalformedRequestsIT {
    private static final TestServer PRODUCT = TestServer.running();
    private static final int REQUESTS = Integer.getInteger("tidemark.malformed.requests", 20_000);
    private static final long SEED = Long.getLong("tidemark.malformed.seed", 20_261_130);
    private static final int MEBIBYTE = 1024 * 1024;

    @Nested
    class GivenGeneratedRequests {
        @Test
        void whenTheyAreSent_thenEachGetsADocumentedResponse_andTheServerIsAsBefore() throws Exception {
            List<ApiOperation> operations = ApiOperation.of(PRODUCT.send(PRODUCT.request("/openapi")
                            .header("Accept", "application/json")
                            .build())
                    .body());
            MalformedLoad load = new MalformedLoad(PRODUCT, new MalformedRequestGenerator(operations, SEED));
            ServerUsage usage = new ServerUsage(PRODUCT);
            // The first ones load classes and fill caches.
            assertThat(load.send(REQUESTS / 10)).isEmpty();
            long heap = usage.heapKilobytes();
            long lines = usage.logLines();

            assertThat(load.send(REQUESTS - REQUESTS / 10)).isEmpty();

            long grown = usage.heapKilobytes() - heap;
            long logged = usage.logLines() - lines;
            System.out.println(REQUESTS + " malformed requests: heap " + heap + " kB, then " + grown + " kB more; "
                    + logged + " lines in the log");
            assertThat(grown).as("kB of heap that stay").isLessThan(32_000);
            assertThat(logged).as("lines in the log").isLessThan(REQUESTS / 10);
            assertThat(usage.logged("UT005090"))
                    .as("failures of the HTTP server")
                    .isFalse();
            assertThat(usage.busyThreads()).isEmpty();
            assertThat(PRODUCT.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class GivenOneMalformedPart {
        @ParameterizedTest
        @ValueSource(strings = {"tidemark=\u00ff", "\u00e4=1", "a=\"b", "$Version=1; a=\"\\\"", "a=\u0001"})
        void whenACookieCannotBeParsed_thenItIsIgnored(String cookie) throws IOException {
            assertThat(get("/", "Cookie: " + cookie).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Accept: ;;;", "Accept: */*;q=x", "Accept: \u00ff", "Content-Type: a, b", "Accept: text/"})
        void whenAHeaderNamesNoMediaType_thenTheResponseSaysSo(String header) throws IOException {
            RawResponse response = post("/api/v1/probes", header, "{}");

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.mediaType()).isEqualTo("application/problem+json");
            assertThat(response.text()).contains("header is not a");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/v1/probes/%00",
                    "/api/v1/recipients/a%00b",
                    "/api/v1/secrets/%00",
                    "/api/v1/maintenance/a%00b",
                    "/probes/%00"
                })
        void whenAPathHasANullCharacter_thenNothingIsFound(String path) throws IOException {
            assertThat(get(path, "X-None: 1").status()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/openapi", "/openapi?format=json", "/health", "/health/live", "/health/ready", "/metrics"})
        void whenAnEndpointForMachinesIsAsked_thenNoHeaderIsAServerError(String path) throws IOException {
            for (String header : List.of(
                    "Accept:",
                    "Accept: ",
                    "Accept: ;;;",
                    "Accept: \u00ff",
                    "Accept: a",
                    "Accept: a/b/c",
                    "Accept: */*;q=2",
                    "Accept: ,",
                    "Accept: APPLICATION/JSON",
                    "Accept: application/xml",
                    "Accept: " + "a/b,".repeat(5_000),
                    "Accept: text/html\r\nAccept: ",
                    "Accept-Encoding: ;q=x",
                    "Accept-Language: \u00ff",
                    "Cookie: \u00ff",
                    "Content-Type: ;;",
                    "If-None-Match: \"",
                    "Range: bytes=9-1",
                    "Authorization: Basic \u00ff",
                    "X-HTTP-Method-Override: FOO")) {
                RawResponse response = get(path, header);
                assertThat(response.status())
                        .as(path + " " + header + " " + response.text())
                        .isIn(200, 400, 406);
                assertThat(response.text()).as(path + " " + header).doesNotContain("\tat ");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "?format=",
                    "?format=xml",
                    "?format=%00",
                    "?format=JSON&format=a",
                    "?%",
                    "?format=%ff",
                    "/",
                    "/x",
                    ";a=b"
                })
        void whenTheDocumentIsAskedForInNoFormat_thenItIsNoServerError(String rest) throws IOException {
            assertThat(get("/openapi" + rest, "X-None: 1").status()).isLessThan(500);
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "FOO", "OPTIONS"})
        void whenAnEndpointForMachinesGetsAnotherMethod_thenItIsNoServerError(String method) throws IOException {
            for (String path : List.of("/openapi", "/health", "/health/live", "/metrics")) {
                assertThat(exchange(method + " " + path + " HTTP/1.1\r\nContent-Length: 2\r\n", "{}")
                                .status())
                        .as(path)
                        .isLessThan(500);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/openapi", "/health/live", "/assets/none", "/api/v1/probes", "/metrics"})
        void whenAnythingIsRequested_thenTheResponseHasSecurityHeaders(String path) throws IOException {
            assertThat(get(path, "X-None: 1").headers())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .containsKey("content-security-policy");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "- ", "{a: ", "? ", "{\"a\":"})
        void whenABodyIsNestedDeeply_thenItIsRefused(String open) throws IOException {
            RawResponse response = post("/api/v1/apply", "Content-Type: application/yaml", open.repeat(100_000));

            assertThat(response.status()).as(response.text()).isEqualTo(400);
            assertThat(response.mediaType()).isEqualTo("application/problem+json");
        }

        @Test
        void whenABodyHasSeveralParts_thenThePageIsNotAServerError() throws IOException {
            assertThat(post("/probes/new", "Content-Type: multipart/form-data; boundary=a", "--a\r\nx")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void whenABodyIsTooLarge_thenTheResponseSaysSo() throws IOException {
            RawResponse response = exchange(
                    "POST /api/v1/apply HTTP/1.1\r\nContent-Type: application/yaml\r\nContent-Length: " + 5 * MEBIBYTE
                            + "\r\n",
                    "");

            assertThat(response.status()).isEqualTo(413);
            assertThat(response.text()).contains("At most 4096 KiB");
        }

        private RawResponse get(String path, String header) throws IOException {
            return exchange("GET " + path + " HTTP/1.1\r\n" + header + "\r\n", "");
        }

        private RawResponse post(String path, String header, String body) throws IOException {
            return exchange(
                    "POST " + path + " HTTP/1.1\r\n" + header + "\r\nContent-Length: " + body.length() + "\r\n", body);
        }

        private RawResponse exchange(String head, String body) throws IOException {
            URI server = PRODUCT.at("/");
            String common = "Host: 127.0.0.1:" + server.getPort() + "\r\nAuthorization: Bearer " + TestServer.TOKEN
                    + "\r\n\r\n";
            try (RawConnection connection = new RawConnection(server)) {
                return connection.exchange((head + common + body).getBytes(StandardCharsets.ISO_8859_1), true);
            }
        }
    }

    @Nested
    class GivenSlowConnections {
        private static final int CONNECTIONS = 200;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "POST /api/v1/probes HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
                    "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nu",
                    "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
                })
        void whenManyDoNotFinishTheirRequest_thenOthersAreServed(String unfinished) throws Exception {
            List<RawConnection> open = new ArrayList<>();
            try {
                for (int count = 0; count < CONNECTIONS; count++) {
                    RawConnection connection = new RawConnection(PRODUCT.at("/"));
                    open.add(connection);
                    connection.send(unfinished.getBytes(StandardCharsets.ISO_8859_1));
                }

                assertThat(PRODUCT.get("/api/v1/probes").statusCode()).isEqualTo(200);
                assertThat(PRODUCT.get("/").statusCode()).isEqualTo(200);
            } finally {
                for (RawConnection connection : open) {
                    connection.close();
                }
            }
        }

        @Test
        void whenABodyArrivesInPieces_thenItIsRead() throws Exception {
            String body = "{\"to\": \"x\"}";
            try (RawConnection connection = new RawConnection(PRODUCT.at("/"))) {
                connection.send(("POST /api/v1/outbox/tests HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                + TestServer.TOKEN
                                + "\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                for (byte one : body.substring(0, 5).getBytes(StandardCharsets.US_ASCII)) {
                    connection.send(new byte[] {one});
                    Thread.sleep(20);
                }

                RawResponse response = connection.exchange(body.substring(5).getBytes(StandardCharsets.US_ASCII), true);

                assertThat(response.status()).as(response.text()).isEqualTo(200);
            } catch (SocketException closed) {
                throw new AssertionError("The connection was closed", closed);
            }
        }
    }
}
