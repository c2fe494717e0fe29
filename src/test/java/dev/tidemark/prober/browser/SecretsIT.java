package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that repeats the secrets of the probe everywhere, in every encoding. */
@Tag("browser")
class SecretsIT {

    private static final String TOKEN = "tok-5f2a91c7";
    private static final String COOKIE = "sid-80b1d3e6";
    private static final String STORED = "store 4c\"77";
    private static final String TYPED = "typed-31aa09";
    /** Encoders differ in which of these characters they escape. */
    private static final String MIXED = "p@ss \"wörd\"/1(x)!";

    private static final String PAGE = """
            <title>Hello TOKEN</title><h1 id="COOKIE">COOKIE</h1><img alt="" src="/i.png?k=TOKEN&s=store%204c%2277"><input id=q>
            <script>
            performance.mark('TOKEN');
            console.log('token', 'TOKEN', {sid: 'COOKIE'}, JSON.stringify({stored: localStorage.getItem('s')}));
            console.error('COOKIE');
            history.replaceState({}, '', '/leaky?token=TOKEN');
            q.oninput = () => console.log('typed ' + q.value);
            setTimeout(() => { throw new Error('refused TOKEN'); });
            fetch('/missing?sid=COOKIE');
            const mixed = localStorage.getItem('m');
            fetch('/mixed?m=' + mixed);
            fetch('/encoded?m=' + encodeURIComponent(mixed));
            console.log(JSON.stringify(JSON.stringify(mixed)), encodeURIComponent(mixed).toLowerCase());
            console.log('x'.repeat(990) + mixed);
            performance.mark(mixed, {startTime: 1e15});
            </script>
            """.replace("TOKEN", TOKEN).replace("COOKIE", COOKIE);

    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static SampleResult load() {
        PageLoadSettings visit = new TestPageLoadSettings()
                .headers(Map.of("Authorization", "Bearer " + TOKEN))
                .cookies(Map.of("session", COOKIE))
                .localStorage(Map.of("s", STORED, "m", MIXED))
                .within(20);
        WebUrl url = WebUrl.parse(prober.server.page("/leaky", PAGE));
        List<Step> steps = List.of(new Step.Fill("#q", TYPED), new Step.Click("#gone" + TOKEN));
        return prober.run(new Target.PageTarget(url, steps), visit).samples().get(0);
    }

    private static String unzipped(Artifact har) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(har.content()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whenThePageIsLoaded_thenNoStoredTextContainsThem() throws IOException {
        SampleResult sample = load();
        String har = unzipped(sample.artifacts().get(0));
        String kept = sample + har;

        assertThat(sample.page().title()).isEqualTo("Hello ***");
        assertThat(sample.page().finalUrl()).endsWith("/leaky");
        assertThat(sample.page().console()).extracting(line -> line.text()).contains("typed ***", "***");
        assertThat(sample.outcome().detail()).contains("click #gone***");
        assertThat(sample.page().requests())
                .extracting(one -> one.url())
                .anyMatch(url -> url.endsWith("/missing?sid=***"));
        assertThat(har).contains("/missing?sid=***").contains("i.png?k=***");
        for (String secret : List.of(
                TOKEN, COOKIE, TYPED, STORED, "store%204c%2277", "store+4c%2277", "p@s", "wörd", "w%C3", "w%c3")) {
            assertThat(kept).as(secret).doesNotContain(secret);
        }
    }
}
