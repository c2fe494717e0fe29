package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultyDefinitionTest {

    private static final String GOOD = "id: shop\nurl: https://shop.example/\nevery: PT5M\n";

    private static List<String> faults(String yaml) {
        return DefinitionReader.yaml("shop.yaml", yaml, VariableSubstitution.NONE).faults().stream()
                .map(ValidationError::toString)
                .toList();
    }

    @Nested
    class GivenOneWrongLineAfterAGoodProbe {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "samples: 0                  | samples 0 must be 1 to 9",
                    "samples: 10                 | samples 10 must be 1 to 9",
                    "samples: 100                | samples 100 must be 1 to 9",
                    "samples: 2.5                | samples must be a whole number",
                    "smaples: 3                  | key \"smaples\" is unknown; did you mean \"samples\"?",
                    "enabled: maybe              | enabled must be true or false",
                    "profile: destkop            | profile \"destkop\" is unknown; did you mean \"desktop\"?",
                    "profile: {network: 4gg}     | profile \"4gg\" is unknown; did you mean \"4g\"?",
                    "profile: {cpuSlowdown: 21}  | cpuSlowdown 21.0 must be 1 to 20",
                    "notify: [team]              | notify \"team\" is no e-mail address; write one such as team@shop.example",
                    "locations: []               | locations is empty; name at least one, such as default",
                    "locations: [New York]       | location \"New York\" must be 1 to 64 lower-case letters, digits and hyphens",
                    "zone: Europe/Berlin         | zone belongs to cron; remove it",
                    "cron: 0 * * * *             | every and cron exclude each other; keep one",
                    "journey: []                 | url and journey exclude each other; keep one",
                    "steps: [{clik: a}]          | step \"clik\" is unknown; did you mean \"click\"?",
                    "steps: [{fill: {selector: a}}] | fill needs value",
                    "steps: [{pause: PT61S}]     | pause PT1M1S must be from PT0S to PT1M",
                    "locale: d                   | locale \"d\" is no language tag; write one such as de-DE",
                    "timezone: Europe/Berlni     | zone \"Europe/Berlni\" is unknown; did you mean \"Europe/Berlin\"?",
                    "timeout: PT3M1S             | timeout PT3M1S must be from PT5S to PT3M",
                    "timeout: 30s                | timeout \"30s\" is no span of time; write ISO-8601, such as PT30S",
                    "views: 2                    | views \"2\" is unknown; write first, or [first, repeat]",
                    "views: [first, third]      | views: \"third\" is unknown; there are first, repeat",
                    "hosts: {a.example: b}       | hosts: \"b\" for a.example is no IP address",
                    "headers: {\"a b\": c}       | headers: \"a b\" is no name; letters, digits and hyphens are allowed",
                    "basicAuth: {user: a}        | basicAuth needs user and password",
                    "name: \"\"                  | name must have 1 to 200 characters",
                    "name: \"a\\0b\"             | name holds a control character; remove it",
                    "every: PT1H                 | key \"every\" is there twice, first in line 3; keep one",
                })
        void whenItIsRead_thenTheFaultNamesTheLineAndWhatToDo(String line, String fault) {
            assertThat(faults(GOOD + line + "\n")).containsExactly("shop.yaml:4 " + fault);
        }
    }

    @Nested
    class GivenAWrongBudget {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "metric: LPC, max: 1               | metric \"LPC\" is unknown; did you mean \"LCP\"?",
                    "metric: LCP                       | budget has no bound; write max or min",
                    "metric: LCP, max: 1, min: 0       | max and min exclude each other; write two budgets",
                    "metric: LCP, max: -1              | max must be a number from 0 on",
                    "max: 1                            | budget has no metric; write one such as metric: LCP",
                    "metric: LCP, max: 1, breaches: 2, of: 1 | breaches 2 of 1 must be 1 <= breaches <= of <= 100",
                    "metric: LCP, max: 1, severity: bad | severity \"bad\" is unknown; there are warning, critical",
                    "metric: LCP, max: 1, window: PT59S | window PT59S must be from PT1M to P400D",
                    "metric: LCP, maximum: 1, max: 1   | key \"maximum\" is unknown; there are preset, minUptime, maxErrors, noResultFor, metric, step, statistic, severity, breaches, of, window, max, min, maxIncrease, maxDecrease, atLeast, against, days, locations, profile, target, origin",
                })
        void whenItIsRead_thenTheFaultNamesTheLineAndWhatToDo(String budget, String fault) {
            assertThat(faults(GOOD + "budgets:\n  - {" + budget + "}\n")).containsExactly("shop.yaml:5 " + fault);
        }
    }

    @Nested
    class GivenAWrongTargetOrCadence {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "url: ftp://shop.example/ | url \"ftp://shop.example/\" has the scheme ftp; only http:// and https:// can be loaded",
                    "url: file:///etc/passwd  | url \"file:///etc/passwd\" has the scheme file; only http:// and https:// can be loaded",
                    "url: shop.example        | url \"shop.example\" has no scheme; only http:// and https:// can be loaded",
                    "url: 'https:///a'        | url \"https:///a\" has no host; write https://example.com/",
                    "url: 'https://a.example/a b' | url \"https://a.example/a b\" is wrong at character 20: Illegal character in path",
                    "url: https://u:p@a.example/ | url holds a user name; write it under basicAuth",
                    "journey: [{click: a}]    | journey must begin with open",
                })
        void whenItsTargetIsRead_thenTheFaultNamesIt(String target, String fault) {
            assertThat(faults("id: a\n" + target.strip().replace("'", "\"") + "\nevery: PT5M"))
                    .containsExactly("shop.yaml:2 " + fault);
        }

        @Test
        void whenTheCronIsWrong_thenTheFaultNamesTheCharacter() {
            assertThat(faults("id: a\nurl: https://a.example/\ncron: \"0 61 * * * ?\"\n"))
                    .containsExactly(
                            "shop.yaml:3 cron \"0 61 * * * ?\" at character 3: \"61\" must be 0 to 59 (minute)");
        }

        @Test
        void whenItIsTooOften_thenTheFaultNamesTheRange() {
            assertThat(faults("id: a\nurl: https://a.example/\nevery: PT9S\n"))
                    .containsExactly("shop.yaml:3 every PT9S must be from PT10S to P31D");
        }
    }

    @Nested
    class GivenTheIdOfTidemarkItself {

        @Test
        void whenAProbeTakesIt_thenTheFaultSaysThatItIsTaken() {
            assertThat(faults(GOOD.replace("id: shop", "id: tidemark")))
                    .containsExactly("shop.yaml:1 id \"tidemark\" is Tidemark's own; choose another");
            assertThat(faults(GOOD.replace("id: shop", "id: tidemark-overview")))
                    .isEmpty();
        }
    }

    @Nested
    class GivenManyFaultsAtOnce {

        @Test
        void whenTheyAreInYaml_thenAllAreTold() {
            String yaml = "- id: Shop\n  samples: 0\n  notify: [a]\n- id: b\n  url: https://b.example/\n  foo: 1\n";
            assertThat(faults(yaml))
                    .containsExactly(
                            "shop.yaml:1 id \"Shop\" must be 1 to 64 lower-case letters, digits and hyphens, such as shop-home",
                            "shop.yaml:1 url (or journey) is missing",
                            "shop.yaml:1 every (such as PT5M) or cron (such as \"0 */10 * * * ?\") is missing",
                            "shop.yaml:3 notify \"a\" is no e-mail address; write one such as team@shop.example",
                            "shop.yaml:2 samples 0 must be 1 to 9",
                            "shop.yaml:4 every (such as PT5M) or cron (such as \"0 */10 * * * ?\") is missing",
                            "shop.yaml:6 key \"foo\" is unknown; " + knownKeys());
        }

        @Test
        void whenTheyAreInJson_thenEachHasItsPointer() {
            String json = "{\"id\":\"a\",\"url\":\"https://a.example/\",\"every\":\"PT5M\",\"samples\":100,"
                    + "\"budgets\":[{\"metric\":\"LCP\",\"max\":1},{\"metric\":\"LPC\",\"max\":\"x\"}]}";
            assertThat(DefinitionReader.json(json).faults())
                    .extracting(fault -> fault.place().pointer())
                    .containsExactly("/budgets/1/metric", "/budgets/1/max", "/budgets/1/max", "/samples");
        }

        private String knownKeys() {
            return "there are id, name, kind, url, journey, steps, every, cron, zone, samples, profile, locations, enabled, tags, "
                    + "budgets, notify, headers, cookies, basicAuth, localStorage, block, hosts, locale, timezone, "
                    + "acceptInvalidCertificates, views, timeout";
        }
    }

    @Nested
    class GivenTextsThatAreNoDocument {

        @Test
        void whenTheYamlIsBroken_thenTheFaultNamesLineAndColumn() {
            assertThat(faults("id: a\nurl: [\n"))
                    .singleElement()
                    .asString()
                    .startsWith("shop.yaml:3 is no YAML: ")
                    .endsWith("(column 1)");
        }

        @Test
        void whenTheJsonIsBroken_thenTheFaultNamesLineAndColumn() {
            assertThat(DefinitionReader.json("{\n \"id\": }").faults())
                    .singleElement()
                    .asString()
                    .startsWith("body is no JSON, line 2 column");
        }

        @Test
        void whenTheYamlIsAnAliasBomb_thenItIsRefusedAndNotUnfolded() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
            for (int i = 1; i < 10; i++) {
                String alias = "*a" + (i - 1) + ",";
                bomb.append("a")
                        .append(i)
                        .append(": &a")
                        .append(i)
                        .append(" [")
                        .append(alias.repeat(5))
                        .append("]\n");
            }
            assertThat(faults(bomb.toString())).singleElement().asString().contains("is no YAML that can be read");
        }

        @Test
        void whenAListHoldsItself_thenItIsRefused() {
            assertThat(faults("tags: &a [*a]\n")).anyMatch(fault -> fault.contains("40 levels"));
        }

        @Test
        void whenItIsAPlainWord_thenTheFaultSaysWhatAProbeIs() {
            assertThat(faults("hello"))
                    .containsExactly("shop.yaml:1 a probe is a group of keys such as id, url and every");
        }
    }

    @Nested
    class GivenTwoProbesWithOneId {

        @Test
        void whenTheFirstHasAFaultToo_thenBothAreTold() {
            String yaml = "- {id: a, url: https://a.example/}\n- {id: a, url: https://b.example/, every: PT5M}\n";
            assertThat(faults(yaml))
                    .hasSize(2)
                    .last()
                    .isEqualTo("shop.yaml:2 id \"a\" is there twice, first at shop.yaml:1; give each its own");
        }

        @Test
        void whenTheyAreRead_thenTheSecondIsToldWhereTheFirstIs() {
            String yaml = "probes:\n- {id: a, url: https://a.example/, every: PT5M}\n"
                    + "- {id: a, url: https://b.example/, every: PT5M}\n";
            assertThat(faults(yaml))
                    .containsExactly("shop.yaml:3 id \"a\" is there twice, first at shop.yaml:2; give each its own");
        }
    }

    @Nested
    class GivenAVariableWithoutAValue {

        @Test
        void whenItHasNoDefault_thenTheFaultNamesIt() {
            String yaml = "id: a\nurl: http://127.0.0.1:${PORT}/\nevery: PT5M\n";
            VariableSubstitution none = new VariableSubstitution(name -> Optional.empty());
            assertThat(DefinitionReader.yaml("shop.yaml", yaml, none).faults())
                    .first()
                    .asString()
                    .isEqualTo(
                            "shop.yaml:2 ${PORT} has no value; set PORT in the environment or write a default, ${PORT:value}");
        }
    }
}
