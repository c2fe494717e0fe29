package dev.tidemark.config.writer;

import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.model.expectation.HttpExpectation;
import dev.tidemark.model.expectation.StatusRange;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code expect} in the format of {@code ExpectationReader}. */
final class ExpectationWriter {

    private ExpectationWriter() {}

    static Map<String, Object> write(HttpExpectation expect) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!expect.status().isEmpty()) {
            map.put(
                    "status",
                    expect.status().stream().map(ExpectationWriter::status).toList());
        }
        put(map, "headers", named(expect.headers()));
        for (Assertion assertion : expect.body()) {
            repeated(map, assertion);
        }
        put(map, "json", named(expect.json()));
        expect.certificateDays().ifPresent(days -> map.put("certificateDays", days));
        if (!expect.version().isEmpty()) {
            map.put("version", expect.version());
        }
        return map;
    }

    private static Object status(StatusRange range) {
        return range.from() == range.to() ? (Object) range.from() : range.toString();
    }

    private static void put(Map<String, Object> map, String key, Map<String, Object> named) {
        if (!named.isEmpty()) {
            map.put(key, named);
        }
    }

    private static Map<String, Object> named(List<Assertion> assertions) {
        Map<String, List<Assertion>> bySubject = new LinkedHashMap<>();
        assertions.forEach(one -> bySubject
                .computeIfAbsent(one.subject(), name -> new ArrayList<>())
                .add(one));
        Map<String, Object> map = new LinkedHashMap<>();
        bySubject.forEach((subject, all) -> map.put(subject, all.size() == 1 ? single(all.get(0)) : operators(all)));
        return map;
    }

    /** The short form; an object needs its operator, as it would be read as operators. */
    private static Object single(Assertion assertion) {
        boolean isShort =
                assertion.operator() == AssertionOperator.EQUALS && !(assertion.expected() instanceof JsonObject);
        return isShort ? plain(assertion.expected()) : operators(List.of(assertion));
    }

    private static Map<String, Object> operators(List<Assertion> assertions) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Assertion assertion : assertions) {
            if (assertion.operator().isRepeatable()) {
                repeated(map, assertion);
            } else {
                map.put(assertion.operator().key(), plain(assertion.expected()));
            }
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static void repeated(Map<String, Object> map, Assertion assertion) {
        ((List<Object>) map.computeIfAbsent(assertion.operator().key(), key -> new ArrayList<>()))
                .add(plain(assertion.expected()));
    }

    /** JSON null stays a value of its own, as the keys of Java's null are not written. */
    private static Object plain(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value instanceof JsonNumber number ? number.bigDecimalValue() : value;
    }
}
