package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.expectation.HttpExpectation;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.http.HttpProber;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page load and an HTTP check of the same definition request and send the same bytes. */
@Tag("browser")
class SameBytesIT {

    private static final List<String> PATHS = List.of(
            "/p?family=Roboto|Open+Sans",
            "/p?filter={\"a\":1}",
            "/a^b`c|d",
            "/{id}/a b/<c>\"d\"",
            "/ü/日本語?ü=日本語#ü",
            "/a/./b/../c/%2e%2E/d/.",
            "\\a\\b?c\\d",
            "/%zz%?%zz%'[]{}^`|~",
            "?only=query",
            "/;a=b,c@d:e!$&()*+");

    private static final List<String> HOSTS =
            List.of("straße.localhost", "my_app.localhost", "MÜNCHEN.example", "💩.localhost", "127.1", "0x7f.0.0.1");

    private static final ProbeProxy PROXY = new ProbeProxy(
            new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false),
            Clock.systemUTC());
    private static final HttpProber CHECKS = new HttpProber(PROXY, Clock.systemUTC());

    @TempDir
    private static Path folder;

    private static TestBrowserProber pages;
    private static RequestRecorder recorder;

    @BeforeAll
    static void start() throws IOException {
        pages = new TestBrowserProber(false);
        recorder = new RequestRecorder(ServerSocketFactory.getDefault());
    }

    @AfterAll
    static void stop() throws IOException {
        recorder.close();
        pages.close();
        CHECKS.close();
        PROXY.close();
    }

    private static List<String> loaded(RequestRecorder server, List<String> urls, PageLoadSettings settings) {
        List<Step> steps =
                urls.stream().<Step>map(url -> new Step.Open(WebUrl.parse(url))).toList();
        assertOk(pages.run(new Target.Journey(steps), settings));
        return server.take();
    }

    private static List<String> checked(RequestRecorder server, List<String> urls, PageLoadSettings settings) {
        urls.forEach(url -> assertOk(CHECKS.run(TestBrowserProber.probe(
                new Target.Http(WebUrl.parse(url), "GET", Optional.empty(), HttpExpectation.nothing(), Map.of()),
                settings))));
        return server.take();
    }

    private static void assertOk(RunResult run) {
        assertThat(run.samples().get(0).outcome().kind())
                .as(run.samples().get(0).outcome().detail())
                .isEqualTo(OutcomeType.OK);
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void whenUrlsAreRequested_thenTheirRequestTargetsAreTheSame() {
        List<String> urls = PATHS.stream()
                .map(path -> "http://127.0.0.1:" + recorder.port() + path)
                .toList();
        PageLoadSettings settings = new TestPageLoadSettings().within(120);

        List<String> loaded = loaded(recorder, urls, settings);
        List<String> checked = checked(recorder, urls, settings);

        assertThat(loaded)
                .extracting(RequestRecorder::requestTarget)
                .startsWith("/p?family=Roboto|Open+Sans", "/p?filter={%22a%22:1}", "/a%5Eb%60c%7Cd")
                .isEqualTo(checked.stream().map(RequestRecorder::requestTarget).toList());
    }

    @Test
    void whenHostsAreRequested_thenTheirNamesAreThoseOfUts46() {
        List<String> urls = HOSTS.stream()
                .map(host -> "http://" + host + ":" + recorder.port() + "/")
                .toList();
        PageLoadSettings settings = new TestPageLoadSettings()
                .hosts(Map.of("münchen.example", "127.0.0.1"))
                .within(120);

        List<String> loaded = loaded(recorder, urls, settings);
        List<String> checked = checked(recorder, urls, settings);

        String port = ":" + recorder.port();
        assertThat(loaded)
                .flatExtracting(head -> RequestRecorder.values(head, "Host"))
                .containsExactly(
                        "xn--strae-oqa.localhost" + port,
                        "my_app.localhost" + port,
                        "xn--mnchen-3ya.example" + port,
                        "xn--ls8h.localhost" + port,
                        "127.0.0.1" + port,
                        "127.0.0.1" + port)
                .isEqualTo(checked.stream()
                        .flatMap(head -> RequestRecorder.values(head, "Host").stream())
                        .toList());
    }

    @Test
    void whenHeadersAndCookiesAreSent_thenTheyAreTheSameUtf8() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Greeting", "Grüße");
        headers.put("X-Price", "5 €");
        headers.put("X-Emoji", "💩");
        headers.put("X-Tab", "a\tb");
        headers.put("X-Spaces", " a ");
        headers.put("X-Empty", "");
        headers.put("User-Agent", "Prüfer");
        headers.put("Referer", "http://a.example/");
        Map<String, String> cookies = new LinkedHashMap<>();
        cookies.put("z", "ü");
        cookies.put("ü", "€");
        cookies.put("a[b]", "1 2,3");
        cookies.put("q", "\"x\"");
        cookies.put("empty", "");
        cookies.put("pairs", "a=b&c=d");
        PageLoadSettings settings =
                new TestPageLoadSettings().headers(headers).cookies(cookies).within(60);
        List<String> url = List.of("http://127.0.0.1:" + recorder.port() + "/d/");

        String loaded = loaded(recorder, url, settings).get(0);
        String checked = checked(recorder, url, settings).get(0);

        headers.forEach((name, value) -> assertThat(RequestRecorder.values(loaded, name))
                .containsExactly(asBytes(value.strip()))
                .isEqualTo(RequestRecorder.values(checked, name)));
        assertThat(RequestRecorder.values(loaded, "Cookie"))
                .containsExactly(asBytes("z=ü; ü=€; a[b]=1 2,3; q=\"x\"; empty=; pairs=a=b&c=d"))
                .isEqualTo(RequestRecorder.values(checked, "Cookie"));
    }

    @Test
    void whenNamesOfCookiesHaveAPrefixAndThePageIsSecure_thenTheyAreTheSame() throws Exception {
        Map<String, String> cookies = new LinkedHashMap<>();
        cookies.put("__Secure-a", "1");
        cookies.put("__Http-b", "2");
        cookies.put("__Host-c", "3");
        PageLoadSettings settings = new TestPageLoadSettings()
                .cookies(cookies)
                .acceptInvalidCertificates(true)
                .within(60);
        try (RequestRecorder secure =
                new RequestRecorder(InvalidCertificate.in(folder).getServerSocketFactory())) {
            List<String> url = List.of("https://127.0.0.1:" + secure.port() + "/");

            String loaded = loaded(secure, url, settings).get(0);
            String checked = checked(secure, url, settings).get(0);

            assertThat(RequestRecorder.values(loaded, "Cookie"))
                    .containsExactly("__Secure-a=1; __Http-b=2; __Host-c=3")
                    .isEqualTo(RequestRecorder.values(checked, "Cookie"));
        }
    }
}
