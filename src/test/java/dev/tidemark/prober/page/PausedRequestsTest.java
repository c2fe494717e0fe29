package dev.tidemark.prober.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausedRequestsTest {

    private static final JsonObject CHALLENGE = JsonParser.parseString("""
            {"requestId": "1", "request": {"url": "https://shop.example/"},
            "authChallenge": {"origin": "https://shop.example", "source": "Server", "scheme": "basic", "realm": "r"}}
            """).getAsJsonObject();

    private final List<String> sent = new ArrayList<>();

    private static Probe probe() {
        return new Probe(
                new ProbeId("p"),
                "p",
                new Target.PageTarget(WebUrl.parse("https://shop.example/"), List.of()),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                NamedProfiles.named("desktop"),
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                new TestPageLoadSettings()
                        .credentials(new PageLoadSettings.Credentials("name", "password"))
                        .within(20));
    }

    private JsonObject worker(String method, JsonObject parameters) {
        sent.add("worker " + method);
        return new JsonObject();
    }

    /** Sending processes events, such as the attachment of a worker. */
    @Test
    void whenAWorkerAttachesMeanwhile_thenItIsInterceptedToo() {
        PausedRequests held = new PausedRequests(probe());
        boolean[] answered = {false};
        ChildTargetSession.Sender page = (method, parameters) -> {
            sent.add("page " + method);
            if (answered[0]) {
                answered[0] = false;
                held.enable(this::worker);
            }
            return new JsonObject();
        };
        held.enable(page);
        held.enable((method, parameters) -> new JsonObject());
        sent.clear();

        answered[0] = true;
        held.challenged((method, parameters) -> new JsonObject(), CHALLENGE);

        assertThat(sent).containsExactly("page Fetch.enable", "worker Fetch.enable");
    }
}
