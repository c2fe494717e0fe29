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
        return DefinitionReader.yaml("shop.yaml", yaml, VariableSubstitution.NONE).errors().stream()
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
                    "samples: 0                  | samples 0 is out of range. Use 1 to 9.",
                    "samples: 10                 | samples 10 is out of range. Use 1 to 9.",
                    "samples: 100                | samples 100 is out of range. Use 1 to 9.",
                    "samples: 2.5                | samples must be a whole number.",
                    "smaples: 3                  | Unknown key \"smaples\". Did you mean \"samples\"?",
                    "enabled: maybe              | enabled must be true or false.",
                    "profile: destkop            | Unknown profile \"destkop\". Did you mean \"desktop\"?",
                    "profile: {network: 4gg}     | Unknown profile \"4gg\". Did you mean \"4g\"?",
                    "profile: {cpuSlowdown: 21}  | cpuSlowdown 21.0 is out of range. Use 1 to 20.",
                    "notify: [team]              | \"team\" is not a valid recipient. Use an e-mail address such as team@shop.example, the URL of a webhook, or list: with the ID of a contact group.",
                    "locations: []               | locations is empty. Add at least one location, for example default.",
                    "locations: [New York]       | location \"New York\" is invalid. Use 1 to 64 lower-case letters, digits and hyphens.",
                    "zone: Europe/Berlin         | zone can only be combined with cron. Remove it.",
                    "cron: 0 * * * *             | every and cron cannot be combined. Remove one of them.",
                    "journey: []                 | url and journey cannot be combined. Remove one of them.",
                    "steps: [{clik: a}]          | Unknown step \"clik\". Did you mean \"click\"?",
                    "steps: [{fill: {selector: a}}] | value is missing in the step fill.",
                    "steps: [{pause: PT61S}]     | pause PT1M1S is out of range. Use PT0S to PT1M.",
                    "locale: d                   | locale \"d\" is not a valid language tag. Use a tag such as de-DE.",
                    "timezone: Europe/Berlni     | Unknown time zone \"Europe/Berlni\". Did you mean \"Europe/Berlin\"?",
                    "timeout: PT3M1S             | timeout PT3M1S is out of range. Use PT5S to PT3M.",
                    "timeout: 30s                | timeout: \"30s\" is not a valid duration. Use ISO 8601, for example PT30S.",
                    "views: 2                    | Unknown views \"2\". Use first, both, or [first, repeat].",
                    "views: [first, third]      | Unknown views \"third\". Use first, both, or [first, repeat].",
                    "hosts: {a.example: b}       | hosts: \"b\" for a.example is not a valid IP address.",
                    "headers: {\"a b\": c}       | headers: \"a b\" is not a valid name. Use letters, digits and hyphens.",
                    "basicAuth: {user: a}        | basicAuth needs both user and password.",
                    "name: \"\"                  | name must have 1 to 200 characters.",
                    "name: \"a\\0b\"             | name contains a control character. Remove it.",
                    "every: PT1H                 | Duplicate key \"every\", first used in line 3. Remove one of the two.",
                })
        void whenItIsRead_thenTheErrorNamesTheLineAndWhatToDo(String line, String fault) {
            assertThat(faults(GOOD + line + "\n")).containsExactly("shop.yaml:4: " + fault);
        }
    }

    @Nested
    class GivenAWrongBudget {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "metric: LPC, max: 1               | Unknown metric \"LPC\". Did you mean \"LCP\"?",
                    "metric: LCP                       | The limit has no threshold. Add max or min.",
                    "metric: LCP, max: 1, min: 0       | These keys cannot be combined in one limit: max, min. Use two limits.",
                    "metric: LCP, max: -1              | max must be a number ≥ 0.",
                    "max: 1                            | The limit has no metric. Add one, for example metric: LCP.",
                    "metric: LCP, max: 1, breaches: 2, of: 1 | breaches 2 of 1 is out of range. Use 1 ≤ breaches ≤ of ≤ 100.",
                    "metric: LCP, max: 1, severity: bad | Unknown severity \"bad\". Valid values: warning, critical.",
                    "metric: LCP, max: 1, window: PT59S | window PT59S is out of range. Use PT1M to P400D.",
                    "metric: LCP, maximum: 1, max: 1   | Unknown key \"maximum\". Valid keys: preset, minUptime, maxErrors, noResultFor, metric, step, statistic, severity, breaches, of, window, max, min, maxIncrease, maxDecrease, atLeast, against, days, locations, profile, target, origin.",
                })
        void whenItIsRead_thenTheErrorNamesTheLineAndWhatToDo(String budget, String fault) {
            assertThat(faults(GOOD + "budgets:\n  - {" + budget + "}\n")).containsExactly("shop.yaml:5: " + fault);
        }
    }

    @Nested
    class GivenAWrongTargetOrCadence {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "url: ftp://shop.example/ | Invalid url \"ftp://shop.example/\": the scheme ftp is not supported. Use https:// or http://.",
                    "url: file:///etc/passwd  | Invalid url \"file:///etc/passwd\": the scheme file is not supported. Use https:// or http://.",
                    "url: shop.example        | Invalid url \"shop.example\": the scheme is missing. Start it with https:// or http://.",
                    "url: 'https://?a'        | Invalid url \"https://?a\": the host is missing. Use a URL such as https://example.com/.",
                    "url: 'https://a b.example/' | Invalid url \"https://a b.example/\": the host \"a b.example\" contains U+0020 SPACE, which is not allowed in a host name. Remove it.",
                    "url: https://u:p@a.example/ | url contains a user name. Use basicAuth for credentials.",
                    "journey: [{click: a}]    | The first step of journey must be open.",
                })
        void whenItsTargetIsRead_thenTheErrorNamesIt(String target, String fault) {
            assertThat(faults("id: a\n" + target.strip().replace("'", "\"") + "\nevery: PT5M"))
                    .containsExactly("shop.yaml:2: " + fault);
        }

        @Test
        void whenTheCronIsWrong_thenTheErrorNamesTheCharacter() {
            assertThat(faults("id: a\nurl: https://a.example/\ncron: \"0 61 * * * ?\"\n"))
                    .containsExactly(
                            "shop.yaml:3: cron \"0 61 * * * ?\", character 3: \"61\" is invalid. For the minute, use 0 to 59.");
        }

        @Test
        void whenItIsTooOften_thenTheErrorNamesTheRange() {
            assertThat(faults("id: a\nurl: https://a.example/\nevery: PT9S\n"))
                    .containsExactly("shop.yaml:3: every PT9S is out of range. Use PT10S to P31D.");
        }
    }

    @Nested
    class GivenTheIdOfTidemarkItself {

        @Test
        void whenAProbeUsesIt_thenTheErrorStatesThatItIsReserved() {
            assertThat(faults(GOOD.replace("id: shop", "id: tidemark")))
                    .containsExactly(
                            "shop.yaml:1: id \"tidemark\" is reserved for Tidemark itself. Choose another id.");
            assertThat(faults(GOOD.replace("id: shop", "id: tidemark-overview")))
                    .isEmpty();
        }
    }

    @Nested
    class GivenManyErrorsAtOnce {

        @Test
        void whenTheyAreInYaml_thenAllErrorsAreReported() {
            String yaml = "- id: Shop\n  samples: 0\n  notify: [a]\n- id: b\n  url: https://b.example/\n  foo: 1\n";
            assertThat(faults(yaml))
                    .containsExactly(
                            "shop.yaml:1: id \"Shop\" is invalid. Use 1 to 64 lower-case letters, digits and hyphens, for example shop-home.",
                            "shop.yaml:1: url is missing. Add url or journey.",
                            "shop.yaml:1: The schedule is missing. Add every (for example PT5M) or cron (for example \"0 */10 * * * ?\").",
                            "shop.yaml:3: \"a\" is not a valid recipient. Use an e-mail address such as team@shop.example, the URL of a webhook, or list: with the ID of a contact group.",
                            "shop.yaml:2: samples 0 is out of range. Use 1 to 9.",
                            "shop.yaml:4: The schedule is missing. Add every (for example PT5M) or cron (for example \"0 */10 * * * ?\").",
                            "shop.yaml:6: Unknown key \"foo\". Valid keys: " + knownKeys());
        }

        @Test
        void whenTheyAreInJson_thenEachHasItsPointer() {
            String json = "{\"id\":\"a\",\"url\":\"https://a.example/\",\"every\":\"PT5M\",\"samples\":100,"
                    + "\"budgets\":[{\"metric\":\"LCP\",\"max\":1},{\"metric\":\"LPC\",\"max\":\"x\"}]}";
            assertThat(DefinitionReader.json(json).errors())
                    .extracting(fault -> fault.place().pointer())
                    .containsExactly("/budgets/1/metric", "/budgets/1/max", "/budgets/1/max", "/samples");
        }

        private String knownKeys() {
            return "id, name, kind, url, journey, steps, every, cron, zone, samples, profile, locations, enabled, tags, "
                    + "budgets, notify, headers, cookies, basicAuth, localStorage, block, hosts, locale, timezone, "
                    + "acceptInvalidCertificates, views, timeout.";
        }
    }

    @Nested
    class GivenTextsThatAreNoDocument {

        @Test
        void whenTheYamlIsBroken_thenTheErrorNamesLineAndColumn() {
            assertThat(faults("id: a\nurl: [\n"))
                    .singleElement()
                    .asString()
                    .startsWith("shop.yaml:3: Invalid YAML at column 1: ");
        }

        @Test
        void whenTheJsonIsBroken_thenTheErrorNamesLineAndColumn() {
            assertThat(DefinitionReader.json("{\n \"id\": }").errors())
                    .singleElement()
                    .asString()
                    .startsWith("body: Invalid JSON at line 2, column");
        }

        @Test
        void whenTheYamlIsAnAliasBomb_thenItIsRejectedWithoutExpansion() {
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
            assertThat(faults(bomb.toString()))
                    .singleElement()
                    .asString()
                    .contains("The document has more than 200000 values or more than 40 nested levels.");
        }

        @Test
        void whenAListContainsItself_thenItIsRejected() {
            assertThat(faults("tags: &a [*a]\n")).anyMatch(fault -> fault.contains("more than 40 nested levels"));
        }

        @Test
        void whenItIsAScalar_thenTheErrorDescribesTheExpectedStructure() {
            assertThat(faults("hello"))
                    .containsExactly("shop.yaml:1: A probe must be a mapping with keys such as id, url and every.");
        }
    }

    @Nested
    class GivenTwoProbesWithOneId {

        @Test
        void whenTheFirstHasAnErrorToo_thenBothAreReported() {
            String yaml = "- {id: a, url: https://a.example/}\n- {id: a, url: https://b.example/, every: PT5M}\n";
            assertThat(faults(yaml))
                    .hasSize(2)
                    .last()
                    .isEqualTo(
                            "shop.yaml:2: Duplicate id \"a\", first used at shop.yaml:1. Give each probe its own id.");
        }

        @Test
        void whenTheyAreRead_thenTheErrorOfTheSecondNamesTheFirst() {
            String yaml = "probes:\n- {id: a, url: https://a.example/, every: PT5M}\n"
                    + "- {id: a, url: https://b.example/, every: PT5M}\n";
            assertThat(faults(yaml))
                    .containsExactly(
                            "shop.yaml:3: Duplicate id \"a\", first used at shop.yaml:2. Give each probe its own id.");
        }
    }

    @Nested
    class GivenAVariableWithoutAValue {

        @Test
        void whenItHasNoDefault_thenTheErrorNamesIt() {
            String yaml = "id: a\nurl: http://127.0.0.1:${PORT}/\nevery: PT5M\n";
            VariableSubstitution none = new VariableSubstitution(name -> Optional.empty());
            assertThat(DefinitionReader.yaml("shop.yaml", yaml, none).errors())
                    .first()
                    .asString()
                    .isEqualTo(
                            "shop.yaml:2: The variable \"PORT\" has no value. Set the environment variable PORT or add a default: ${PORT:value}.");
        }
    }
}
