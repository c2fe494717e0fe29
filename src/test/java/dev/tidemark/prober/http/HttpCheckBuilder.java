package dev.tidemark.prober.http;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.HttpExpectation;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds HTTP checks for tests. */
record HttpCheckBuilder(
        String url,
        String method,
        Optional<String> body,
        Map<String, String> headers,
        HttpExpectation expect,
        Optional<String> value,
        boolean trustsAnybody,
        Duration limit) {

    static HttpCheckBuilder of(String url) {
        return new HttpCheckBuilder(
                url,
                "GET",
                Optional.empty(),
                Map.of(),
                HttpExpectation.nothing(),
                Optional.empty(),
                false,
                Duration.ofSeconds(20));
    }

    HttpCheckBuilder asking(String with, String text) {
        return new HttpCheckBuilder(url, with, Optional.of(text), headers, expect, value, trustsAnybody, limit);
    }

    HttpCheckBuilder with(String name, String text) {
        return new HttpCheckBuilder(url, method, body, Map.of(name, text), expect, value, trustsAnybody, limit);
    }

    HttpCheckBuilder watching(String where) {
        return new HttpCheckBuilder(url, method, body, headers, expect, Optional.of(where), trustsAnybody, limit);
    }

    HttpCheckBuilder trustingAnybody() {
        return new HttpCheckBuilder(url, method, body, headers, expect, value, true, limit);
    }

    HttpCheckBuilder within(Duration time) {
        return new HttpCheckBuilder(url, method, body, headers, expect, value, trustsAnybody, time);
    }

    HttpCheckBuilder status(int code) {
        return expecting(new HttpExpectation(
                List.of(code), expect.contains(), expect.json(), expect.certificateDays(), expect.version()));
    }

    HttpCheckBuilder containing(String text) {
        return expecting(new HttpExpectation(
                expect.status(), List.of(text), expect.json(), expect.certificateDays(), expect.version()));
    }

    HttpCheckBuilder json(Map<String, String> values) {
        return expecting(new HttpExpectation(
                expect.status(), expect.contains(), values, expect.certificateDays(), expect.version()));
    }

    HttpCheckBuilder certificateDays(int days) {
        return expecting(new HttpExpectation(
                expect.status(), expect.contains(), expect.json(), OptionalInt.of(days), expect.version()));
    }

    HttpCheckBuilder version(String version) {
        return expecting(new HttpExpectation(
                expect.status(), expect.contains(), expect.json(), expect.certificateDays(), version));
    }

    Probe probe() {
        PageLoadSettings visit = new TestPageLoadSettings()
                .headers(headers)
                .acceptInvalidCertificates(trustsAnybody)
                .within(limit);
        return new Probe(
                new ProbeId("api"),
                "API",
                new Target.Http(
                        WebUrl.parse(url),
                        method,
                        body,
                        expect,
                        value.map(where -> Map.of("VALUE", where)).orElse(Map.of())),
                new Cadence.Every(Duration.ofSeconds(10)),
                1,
                new Profile(
                        "plain",
                        new Viewport(800, 600, 1, false, false),
                        NetworkConditions.UNTHROTTLED,
                        1,
                        Optional.empty()),
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit);
    }

    private HttpCheckBuilder expecting(HttpExpectation wanted) {
        return new HttpCheckBuilder(url, method, body, headers, wanted, value, trustsAnybody, limit);
    }
}
