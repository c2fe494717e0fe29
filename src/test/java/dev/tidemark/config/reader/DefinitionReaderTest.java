package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.url.WebUrl;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {

    private static Probe only(ParsedDefinitions definitions) {
        assertThat(definitions.errors()).isEmpty();
        assertThat(definitions.all()).hasSize(1);
        return definitions.probes().get(0);
    }

    private static Probe yaml(String text) {
        return only(DefinitionReader.yaml("shop.yaml", text, VariableSubstitution.NONE));
    }

    @Nested
    class GivenTheExampleOfTheContract {

        private static final String JSON = """
                { "id": "shop-home", "name": "Shop, home page", "url": "https://shop.example/",
                  "every": "PT5M", "samples": 3, "profile": "desktop", "locations": ["default"], "enabled": true, "tags": ["shop"],
                  "budgets": [ { "metric": "LCP", "statistic": "median", "max": 2500, "severity": "critical", "breaches": 2, "of": 3 } ],
                  "notify": ["team@shop.example"] }
                """;

        @Test
        void whenItIsReadAsJsonOrAsYaml_thenItIsTheSameProbe() {
            Probe probe = only(DefinitionReader.json(JSON));
            assertThat(probe)
                    .isEqualTo(new Probe(
                            new ProbeId("shop-home"),
                            "Shop, home page",
                            new Target.PageTarget(WebUrl.parse("https://shop.example/"), List.of()),
                            new Cadence.Every(Duration.ofMinutes(5)),
                            3,
                            NamedProfiles.named("desktop"),
                            List.of(LocationName.DEFAULT),
                            true,
                            List.of("shop"),
                            List.of(new Limit(
                                    Metric.LCP,
                                    Statistic.MEDIAN,
                                    new Bound.Max(2500),
                                    Severity.CRITICAL,
                                    2,
                                    3,
                                    Optional.empty())),
                            List.of("team@shop.example"),
                            PageLoadSettings.plain()))
                    .isEqualTo(yaml(JSON));
        }
    }

    @Nested
    class GivenOnlyWhatIsNeeded {

        private final Probe probe = yaml("id: a\nurl: https://a.example/\ncron: 30 7 * * 1-5\nzone: Europe/Berlin\n");

        @Test
        void whenItIsRead_thenTheRestIsStandard() {
            assertThat(probe.name()).isEqualTo("a");
            assertThat(probe.samples()).isEqualTo(3);
            assertThat(probe.profile().name()).isEqualTo("desktop");
            assertThat(probe.locations()).containsExactly(LocationName.DEFAULT);
            assertThat(probe.enabled()).isTrue();
            assertThat(probe.pageLoadSettings()).isEqualTo(PageLoadSettings.plain());
        }

        @Test
        void whenItHasACron_thenWeekdaysCountFromSunday() {
            Cadence.Cron cron = (Cadence.Cron) probe.cadence();
            assertThat(cron.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(cron.schedule(0).after(Instant.parse("2027-01-01T12:00:00Z")))
                    .contains(Instant.parse("2027-01-04T06:30:00Z"));
        }
    }

    @Nested
    class GivenAJourneyAndSettings {

        private static final String YAML = """
                id: shop
                journey:
                  - open: https://shop.example/
                  - click: "#login"
                  - fill: {selector: "#password", value: secret-1}
                  - press: Enter
                  - press: {selector: "#q", key: Control+A}
                  - waitFor: .cart
                  - pause: PT1S
                  - expect: {selector: h1, text: Hello}
                  - expect: footer
                every: PT1H
                profile: {base: mobile, network: 3gslow, cpuSlowdown: 2}
                headers: {X-Env: test, Authorization: Bearer secret-2}
                cookies: {sid: 12345}
                basicAuth: {user: joe, password: secret-3}
                localStorage: {seen: "yes"}
                block: ["*ads*"]
                hosts: {shop.example: 127.0.0.1}
                locale: de-DE
                timezone: Europe/Berlin
                acceptInvalidCertificates: true
                views: [first, repeat]
                timeout: PT20S
                budgets: [{metric: BYTES, min: 1, statistic: p75, window: P7D, severity: warning}]
                """;

        private final Probe probe = yaml(YAML);

        @Test
        void whenItIsRead_thenTheStepsAreInOrder() {
            assertThat(((Target.Journey) probe.target()).steps())
                    .containsExactly(
                            new Step.Open(WebUrl.parse("https://shop.example/")),
                            new Step.Click("#login"),
                            new Step.Fill("#password", "secret-1"),
                            new Step.Press("", "Enter"),
                            new Step.Press("#q", "Control+A"),
                            new Step.WaitFor(".cart"),
                            new Step.Pause(Duration.ofSeconds(1)),
                            new Step.Expect("h1", "Hello"),
                            new Step.Expect("footer", ""));
        }

        @Test
        void whenTheProfileHasABase_thenOnlyTheGivenNumbersDiffer() {
            assertThat(probe.profile().viewport())
                    .isEqualTo(NamedProfiles.named("mobile").viewport());
            assertThat(probe.profile().network()).isEqualTo(new NetworkConditions(200, 400, 400));
            assertThat(probe.profile().cpuSlowdown()).isEqualTo(2);
            assertThat(probe.profile().userAgent())
                    .isEqualTo(NamedProfiles.named("mobile").userAgent());
        }

        @Test
        void whenItIsWrittenForTheStoreAndReadAgain_thenItIsTheSame() {
            assertThat(only(DefinitionReader.json(ProbeWriter.json(probe)))).isEqualTo(probe);
        }

        @Test
        void whenItIsWritten_thenWholeNumbersHaveNoFraction() {
            assertThat(ProbeWriter.json(probe)).contains("\"min\":1,", "\"cpuSlowdown\":2,", "\"scale\":1.75");
        }

        @Test
        void whenItIsReturnedMaskedAndSentBack_thenItIsTheSame() {
            String json =
                    Json.createObjectBuilder(ProbeWriter.masked(probe)).build().toString();
            assertThat(SecretRestorer.restore(only(DefinitionReader.json(json)), probe))
                    .isEqualTo(probe);
        }

        @Test
        void whenItIsWrittenMasked_thenItContainsNoSecret() {
            Map<String, Object> shown = ProbeWriter.masked(probe);
            assertThat(shown.toString()).doesNotContain("secret-", "12345").contains("X-Env=test", "user=joe");
            assertThat(SecretRestorer.isMasked(probe)).isFalse();
            String json = Json.createObjectBuilder(shown).build().toString();
            assertThat(SecretRestorer.isMasked(only(DefinitionReader.json(json))))
                    .isTrue();
        }
    }

    @Nested
    class GivenSeveralProbesInOneText {

        @Test
        void whenTheyAreAListOrUnderProbesOrDocuments_thenAllAreFound() {
            String a = "{id: a, url: https://a.example/, every: PT5M}";
            String b = "{id: b, url: https://b.example/, every: PT5M}";
            for (String text : List.of("[" + a + "," + b + "]", "probes: [" + a + "," + b + "]", a + "\n---\n" + b)) {
                ParsedDefinitions definitions = DefinitionReader.yaml("x.yaml", text, VariableSubstitution.NONE);
                assertThat(definitions.errors()).isEmpty();
                assertThat(definitions.probes()).extracting(p -> p.id().slug()).containsExactly("a", "b");
            }
        }

        @Test
        void whenTheTextIsEmpty_thenThereAreNone() {
            assertThat(DefinitionReader.yaml("x.yaml", "# nothing yet\n", VariableSubstitution.NONE))
                    .isEqualTo(new ParsedDefinitions(List.of(), List.of()));
        }
    }

    @Nested
    class GivenVariables {

        private final VariableSubstitution variables = new VariableSubstitution(
                name -> Optional.ofNullable(Map.of("SAMPLES", "5").get(name)));

        @Test
        void whenTheyAreInValues_thenTheyAreReplacedByValueOrDefault() {
            String yaml = "id: a\nurl: http://127.0.0.1:${PORT:8080}/$${x\nevery: PT5M\nsamples: ${SAMPLES}\n";
            ParsedDefinitions definitions = DefinitionReader.yaml("a.yaml", yaml.replace("$${x", ""), variables);
            Probe probe = only(definitions);
            assertThat(probe.target().url()).isEqualTo(WebUrl.parse("http://127.0.0.1:8080/"));
            assertThat(probe.samples()).isEqualTo(5);
        }

        @Test
        void whenTheDollarIsDoubled_thenTheTextStays() {
            String yaml = "id: a\nname: \"$${PORT}\"\nurl: http://a.example/\nevery: PT5M\n";
            assertThat(only(DefinitionReader.yaml("a.yaml", yaml, variables)).name())
                    .isEqualTo("${PORT}");
        }
    }

    @Nested
    class GivenAKnownId {

        @Test
        void whenTheTextOmitsIt_thenItIsTheKnownOne() {
            ParsedDefinitions read =
                    DefinitionReader.json(new ProbeId("shop"), "{\"url\":\"https://a.example/\",\"every\":\"PT5M\"}");
            assertThat(only(read).id()).isEqualTo(new ProbeId("shop"));
        }

        @Test
        void whenTheTextHasAnother_thenThatIsAnError() {
            ParsedDefinitions read = DefinitionReader.json(
                    new ProbeId("shop"), "{\"id\":\"b\",\"url\":\"https://a.example/\",\"every\":\"PT5M\"}");
            assertThat(read.errors()).singleElement().asString().startsWith("/id: id cannot be changed from \"shop\"");
        }
    }

    @Nested
    class GivenAHostWithUmlauts {

        @Test
        void whenItIsRead_thenItIsShownAsWrittenAndRequestedInPunycode() {
            WebUrl url = yaml("id: a\nurl: https://müller.example:8443/x\nevery: PT5M")
                    .target()
                    .url();

            assertThat(url).hasToString("https://müller.example:8443/x");
            assertThat(url.href()).isEqualTo("https://xn--mller-kva.example:8443/x");
        }
    }
}
