package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.metric.MetricCatalog;
import dev.tidemark.model.probe.HttpExpectation;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
        HttpExpectation expect =
                probe.section("expect").flatMap(this::expectation).orElse(HttpExpectation.nothing());
        Map<String, String> values = values(probe);
        Optional<WebUrl> url = probe.url("url");
        if (!probe.has("url")) {
            errors.add(probe.place(), LocalizedMessage.of("validation.url.missing"));
        }
        return url.flatMap(address -> errors.tryCreate(
                probe.placeOf("method"), () -> new Target.Http(address, method, body, expect, values)));
    }

    private Optional<HttpExpectation> expectation(MappingReader section) {
        List<Integer> status = section.parsedItems("status", HttpCheckReader::code);
        List<String> contains = section.parsedItems("contains", text -> text);
        Map<String, String> json = section.texts("json");
        OptionalInt days =
                section.integer("certificateDays").map(OptionalInt::of).orElse(OptionalInt.empty());
        String version = section.text("version").orElse("");
        section.rejectUnknownKeys();
        json.keySet().stream()
                .filter(path -> !path.startsWith("$"))
                .forEach(path -> section.addError("json", LocalizedMessage.of("validation.jsonPath.invalid", path)));
        return errors.tryCreate(section.place(), () -> new HttpExpectation(status, contains, json, days, version));
    }

    private static int code(String text) {
        if (!text.matches("\\d{3}")) {
            throw new InvalidValueException("validation.status.invalid", text);
        }
        return Integer.parseInt(text);
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
        if (!text.matches("(\\$.*|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.*\\})?)(\\s*\\*\\s*\\d{1,12}(\\.\\d{1,12})?)?")) {
            throw new InvalidValueException("validation.value.selector", text);
        }
        return text;
    }
}
