package dev.tidemark.http;

import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.NetworkShape;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.Viewport;
import dev.tidemark.probe.Cadence;
import dev.tidemark.probe.Expectation;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.TestVisit;
import dev.tidemark.probe.VisitSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds HTTP checks for tests. */
record Check(
        String url,
        String method,
        Optional<String> body,
        Map<String, String> headers,
        Expectation expect,
        Optional<String> value,
        boolean trustsAnybody,
        Duration limit) {

    static Check of(String url) {
        return new Check(
                url,
                "GET",
                Optional.empty(),
                Map.of(),
                Expectation.nothing(),
                Optional.empty(),
                false,
                Duration.ofSeconds(20));
    }

    Check asking(String with, String text) {
        return new Check(url, with, Optional.of(text), headers, expect, value, trustsAnybody, limit);
    }

    Check with(String name, String text) {
        return new Check(url, method, body, Map.of(name, text), expect, value, trustsAnybody, limit);
    }

    Check watching(String where) {
        return new Check(url, method, body, headers, expect, Optional.of(where), trustsAnybody, limit);
    }

    Check trustingAnybody() {
        return new Check(url, method, body, headers, expect, value, true, limit);
    }

    Check within(Duration time) {
        return new Check(url, method, body, headers, expect, value, trustsAnybody, time);
    }

    Check status(int code) {
        return expecting(new Expectation(
                List.of(code), expect.contains(), expect.json(), expect.certificateDays(), expect.version()));
    }

    Check containing(String text) {
        return expecting(new Expectation(
                expect.status(), List.of(text), expect.json(), expect.certificateDays(), expect.version()));
    }

    Check json(Map<String, String> values) {
        return expecting(new Expectation(
                expect.status(), expect.contains(), values, expect.certificateDays(), expect.version()));
    }

    Check certificateDays(int days) {
        return expecting(new Expectation(
                expect.status(), expect.contains(), expect.json(), OptionalInt.of(days), expect.version()));
    }

    Check version(String version) {
        return expecting(
                new Expectation(expect.status(), expect.contains(), expect.json(), expect.certificateDays(), version));
    }

    Probe probe() {
        VisitSettings visit = new TestVisit()
                .headers(headers)
                .acceptInvalidCertificates(trustsAnybody)
                .within(limit);
        return new Probe(
                new ProbeId("api"),
                "API",
                new Target.Http(
                        URI.create(url),
                        method,
                        body,
                        expect,
                        value.map(where -> Map.of("VALUE", where)).orElse(Map.of())),
                new Cadence.Every(Duration.ofSeconds(10)),
                1,
                new Profile(
                        "plain", new Viewport(800, 600, 1, false, false), NetworkShape.UNSHAPED, 1, Optional.empty()),
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit);
    }

    private Check expecting(Expectation wanted) {
        return new Check(url, method, body, headers, wanted, value, trustsAnybody, limit);
    }
}
