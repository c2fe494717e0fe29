package dev.tidemark.prober.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.network.NetworkLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HarFileTest {

    private final NetworkLog log = new NetworkLog();

    @BeforeEach
    void mainFrame() {
        log.setMainFrame("F");
    }

    private void tell(String event, String json) {
        log.listeners()
                .get("Network." + event)
                .accept(JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject());
    }

    private void load(String url) {
        tell(
                "requestWillBeSent",
                ("{'requestId':'D','loaderId':'D','frameId':'F','type':'Document','timestamp':10,'wallTime':1700000000,"
                                + "'request':{'url':'%s','method':'GET','headers':{'Authorization':'Basic eA==',"
                                + "'X-Shop':'tops','Referer':'https://a.test/?key=hunter22'}}}")
                        .formatted(url));
        tell(
                "responseReceived",
                "{'requestId':'D','timestamp':10.1,'response':{'status':200,'statusText':'OK','protocol':'h2',"
                        + "'mimeType':'text/html','remoteIPAddress':'127.0.0.1','headers':{'Set-Cookie':'s=1','Server':'x'},"
                        + "'timing':{'requestTime':10.01,'dnsStart':-1,'dnsEnd':-1,'connectStart':0,'connectEnd':20,"
                        + "'sslStart':5,'sslEnd':20,'sendStart':20,'sendEnd':21,'receiveHeadersEnd':71}}}");
        tell("dataReceived", "{'requestId':'D','dataLength':900,'encodedDataLength':400}");
        tell("loadingFinished", "{'requestId':'D','timestamp':10.181,'encodedDataLength':500}");
    }

    private String text(ProbeSecrets secrets) throws IOException {
        HarPage page = new HarPage("Title", Instant.EPOCH, 10, OptionalDouble.of(120), OptionalDouble.empty());
        Artifact har = HarFile.of(log, page, new Engine("Chromium 156.0 full", "1.62.0", "0.1.0"), secrets);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(har.content()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ProbeSecrets secrets(Map<String, String> headers, Map<String, String> cookies, Step... steps) {
        PageLoadSettings visit = new TestPageLoadSettings()
                .headers(headers)
                .cookies(cookies)
                .credentials(new PageLoadSettings.Credentials("joe", "open sesame"))
                .within(PageLoadSettings.DEFAULT_TIMEOUT);
        return ProbeSecrets.of(new Probe(
                new ProbeId("p"),
                "p",
                new Target.PageTarget(WebUrl.parse("https://a.test/"), List.of(steps)),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                new Profile(
                        "x",
                        new Viewport(100, 100, 1, false, false),
                        NetworkConditions.UNTHROTTLED,
                        1,
                        Optional.empty()),
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit));
    }

    @Nested
    class GivenOneRequest {

        @Test
        void thenItIsAnEntryWithItsPhasesAndSizes() throws IOException {
            load("https://a.test/?q=1&r");

            JsonObject har = JsonParser.parseString(text(secrets(Map.of(), Map.of())))
                    .getAsJsonObject()
                    .getAsJsonObject("log");
            JsonObject entry = har.getAsJsonArray("entries").get(0).getAsJsonObject();

            assertThat(har.get("version").getAsString()).isEqualTo("1.2");
            assertThat(har.getAsJsonObject("browser").toString())
                    .isEqualTo("{\"name\":\"Chromium\",\"version\":\"156.0 full\"}");
            assertThat(har.getAsJsonArray("pages")
                            .get(0)
                            .getAsJsonObject()
                            .getAsJsonObject("pageTimings")
                            .toString())
                    .isEqualTo("{\"onContentLoad\":120.0,\"onLoad\":-1.0}");
            assertThat(entry.get("startedDateTime").getAsString()).isEqualTo("2023-11-14T22:13:20Z");
            assertThat(entry.getAsJsonObject("timings").get("wait").getAsDouble())
                    .isEqualTo(50);
            assertThat(entry.getAsJsonObject("timings").get("ssl").getAsDouble())
                    .isEqualTo(15);
            assertThat(entry.getAsJsonObject("timings").get("dns").getAsDouble())
                    .isEqualTo(-1);
            assertThat(Math.round(entry.get("time").getAsDouble())).isEqualTo(181);
            assertThat(entry.getAsJsonObject("response").get("_transferSize").getAsLong())
                    .isEqualTo(500);
            assertThat(entry.getAsJsonObject("response")
                            .getAsJsonObject("content")
                            .get("size")
                            .getAsLong())
                    .isEqualTo(900);
            assertThat(entry.getAsJsonObject("request")
                            .getAsJsonArray("queryString")
                            .toString())
                    .isEqualTo("[{\"name\":\"q\",\"value\":\"1\"},{\"name\":\"r\",\"value\":\"\"}]");
        }
    }

    @Nested
    class GivenSecrets {

        @Test
        void thenTheirHeadersAreMaskedCompletely() throws IOException {
            load("https://a.test/");

            String text = text(secrets(Map.of("x-shop", "tops"), Map.of()));

            assertThat(text).doesNotContain("eA==", "tops", "s=1").contains("\"name\":\"Server\",\"value\":\"x\"");
        }

        @Test
        void thenTheirValuesAreMaskedEverywhere() throws IOException {
            load("https://joe:pw@a.test/?token=abcd1234&p=open+sesame&f=typed");

            String text = text(secrets(Map.of("k", "hunter22"), Map.of("c", "abcd1234"), new Step.Fill("#i", "typed")));

            assertThat(text).doesNotContain("hunter22", "abcd1234", "open+sesame", "typed", "joe:pw");
            assertThat(text).contains("https://***@a.test/?token");
        }
    }
}
