package dev.tidemark.config.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in definitions that are wrong, or written in an unusual way: neither errors nor documents repeat them. */
class InvalidSecretsTest {

    private static final String START =
            "{\"id\": \"shop\", \"name\": \"Shop\", \"url\": \"http://shop.example/\", \"every\": \"PT24H\", ";

    private static String shown(ParsedDefinitions read) {
        StringBuilder shown = new StringBuilder();
        read.errors().forEach(error -> shown.append(error.place().pointer())
                .append(error.detail())
                .append('\n'));
        if (read.errors().isEmpty()) {
            read.probes().forEach(probe -> shown.append(ProbeWriter.masked(probe)));
        }
        return shown.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"headers\": \"canary-a\"}",
                "\"headers\": [\"canary-a\"]}",
                "\"headers\": {\"X-Token\": [\"canary-a\"]}}",
                "\"headers\": {\"X-Token\": {\"canary-a\": 1}}}",
                "\"headers\": {\"X-Token\": \"canary-a\\nX-Other: canary-b\"}}",
                "\"headers\": {\"X-Token\": \"canary-a\\u0000\"}}",
                "\"headers\": {\"Bad Name\": \"canary-a\"}}",
                "\"headers\": {\"Host\": \"canary-a\"}}",
                "\"cookies\": {\"sid\": \"canary-a; canary-b\\r\\n\"}}",
                "\"cookies\": {\"s id\": \"canary-a\"}}",
                "\"cookies\": \"sid=canary-a\"}",
                "\"basicAuth\": \"ada:canary-a\"}",
                "\"basicAuth\": {\"password\": \"canary-a\"}}",
                "\"basicAuth\": {\"user\": \"ada\", \"password\": {\"canary-a\": 1}}}",
                "\"basicAuth\": {\"user\": \"ada\", \"password\": [\"canary-a\"]}}",
                "\"localStorage\": [\"canary-a\"]}",
                "\"localStorage\": \"canary-a\"}",
                "\"notify\": \"slack+https://hooks.example/canary-a\"}",
                "\"notify\": [\"slack+https://hooks_example/canary-a\"]}",
                "\"notify\": [\"slack+https:/hooks.example/canary-a\"]}",
                "\"notify\": [\"slack+https:hooks.example/canary-a\"]}",
                "\"notify\": [\"SLACK+HTTPS://hooks.example/canary-a\"]}",
                "\"notify\": [\"Https://hooks.example/canary-a\"]}",
                "\"notify\": [\"https:\\\\\\\\hooks.example\\\\canary-a\"]}",
                "\"notify\": [\"https://hooks.example?canary-a\"]}",
                "\"notify\": [\"https://ada:canary-a@hooks.example/\"]}",
                "\"notify\": [\"slack+htps://hooks.example/canary-a\"]}",
                "\"notify\": [\"discord+https://hooks.example/canary-a\"]}",
                "\"notify\": [\"hooks.example/canary-a\"]}",
                "\"notify\": [\"https://hooks.example:99999/canary-a\"]}",
                "\"notify\": [\"https://hooks.example/ canary-a\"]}",
                "\"notify\": [\" https://hooks.example/canary-a\"]}",
                "\"steps\": [{\"fill\": {\"selector\": \"#q\", \"value\": [\"canary-a\"], \"secret\": true}}]}",
                "\"steps\": [{\"fill\": {\"selector\": \"#q\", \"value\": \"canary-a\", \"secret\": \"yes\"}}]}",
                "\"steps\": [{\"fill\": {\"value\": \"canary-a\", \"secret\": true}}]}",
                "\"headers\": {\"X-Token\": \"canary-a",
                "\"headers\": {\"X-Token\": \"canary-a\" \"canary-b\"}}",
                "\"headers\": {\"X-Token\": canary-a}}"
            })
    void givenJson_thenNothingRepeatsThem(String rest) {
        assertThat(shown(DefinitionReader.probe(START + rest))).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headers: {Authorization: \"canary-a",
                "headers:\n  Authorization: canary-a: canary-b",
                "headers:\n\tAuthorization: canary-a",
                "headers: {Authorization: canary-a, Authorization: canary-b}",
                "basicAuth: !!java canary-a",
                "basicAuth: {user: ada, password: *canary-a}",
                "basicAuth: {user: ada, password: !canary-a!b}",
                "basicAuth: {user: ada, password: !canary-a}",
                "basicAuth: {user: ada, password: &canary-a}",
                "basicAuth: {user: ada, password: %canary-a}",
                "basicAuth: {user: ada, password: @canary-a}",
                "basicAuth: {user: ada, password: \"canary-a\\q\"}",
                "headers: {Authorization: \"${env:canary-a\"}"
            })
    void givenYaml_thenNothingRepeatsThem(String rest) {
        String yaml = "id: shop\nname: Shop\nevery: 1h\nurl: http://shop.example/\n" + rest + "\n";

        assertThat(shown(DefinitionReader.bundle(yaml, TextSyntax.ofMediaType("application/yaml"))))
                .doesNotContain("canary");
    }
}
