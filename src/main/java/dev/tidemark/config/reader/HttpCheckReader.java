package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.expectation.HttpExpectation;
import dev.tidemark.model.expectation.ValueSelector;
import dev.tidemark.model.metric.MetricCatalog;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the request and the assertions of {@code kind: http}. */
final class HttpCheckReader {

    private final ValidationErrors errors;

    HttpCheckReader(ValidationErrors errors) {
        this.errors = errors;
    }

    Optional<Target> read(MappingReader probe) {
        String method = probe.text("method").orElse("GET");
        Optional<String> body = probe.text("body");
        HttpExpectation expect = probe.section("expect")
                .flatMap(new ExpectationReader(errors)::read)
                .orElse(HttpExpectation.nothing());
        Map<String, String> values = values(probe);
        Optional<WebUrl> url = probe.url("url");
        if (!probe.has("url")) {
            errors.add(probe.place(), LocalizedMessage.of("validation.url.missing"));
        }
        return url.flatMap(address -> errors.tryCreate(
                probe.placeOf("method"), () -> new Target.Http(address, method, body, expect, values)));
    }

    /** Reads {@code values}; {@code value} is short for {@code values: {VALUE: ...}}. */
    private static Map<String, String> values(MappingReader probe) {
        Map<String, String> values = new TreeMap<>();
        probe.parsed("value", HttpCheckReader::value).ifPresent(value -> values.put("VALUE", value));
        probe.section("values").ifPresent(named -> {
            TreeSet<String> names = new TreeSet<>(MetricCatalog.serverMetricCodes());
            names.remove("VALUE");
            names.forEach(
                    name -> named.parsed(name, HttpCheckReader::value).ifPresent(value -> values.put(name, value)));
            named.rejectUnknownKeys();
        });
        return values;
    }

    private static String value(String text) {
        ValueSelector.parse(text);
        return text;
    }
}
