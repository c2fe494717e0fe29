package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.JsonValueReader;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.NearestName;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.model.expectation.JsonPath;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads assertions on named values: {@code name: expected}, or {@code name: {operator: expected, ...}}. An operator that can be repeated
 * may have a list of expected values.
 */
final class AssertionReader {

    private static final List<String> OPERATORS = Arrays.stream(AssertionOperator.values())
            .map(AssertionOperator::key)
            .toList();
    private static final String HEADER_NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}";

    private final ValidationErrors errors;
    private final JsonValueReader values;
    private final List<Assertion> found = new ArrayList<>();

    AssertionReader(ValidationErrors errors) {
        this.errors = errors;
        this.values = new JsonValueReader(errors);
    }

    /** Assertions on JSON paths; the expected values are of any type, also null. */
    List<Assertion> json(MappingReader expect) {
        return read(expect, "json", AssertionReader::path, node -> Optional.of(values.read(node)));
    }

    /** Assertions on header fields; the expected values are texts. */
    List<Assertion> headers(MappingReader expect) {
        return read(expect, "headers", AssertionReader::header, this::headerValue);
    }

    private List<Assertion> read(
            MappingReader expect,
            String key,
            Function<String, String> subjectOf,
            Function<DocumentNode, Optional<JsonValue>> valueOf) {
        found.clear();
        expect.entries(key).forEach((name, node) -> errors.tryCreate(node.place(), () -> subjectOf.apply(name))
                .ifPresent(subject -> read(subject, node, valueOf)));
        return List.copyOf(found);
    }

    private void read(String subject, DocumentNode node, Function<DocumentNode, Optional<JsonValue>> valueOf) {
        if (!(node instanceof DocumentNode.Fields fields)) {
            valueOf.apply(node).ifPresent(value -> add(subject, AssertionOperator.EQUALS, node, value));
            return;
        }
        if (fields.values().isEmpty()) {
            errors.add(node.place(), LocalizedMessage.of("validation.assertion.empty", String.join(", ", OPERATORS)));
        }
        Set<AssertionOperator> used = EnumSet.noneOf(AssertionOperator.class);
        fields.values().forEach((key, operand) -> errors.tryCreate(operand.place(), () -> operator(key, used))
                .ifPresent(operator -> read(subject, operator, operand, valueOf)));
    }

    private static AssertionOperator operator(String key, Set<AssertionOperator> used) {
        AssertionOperator operator = AssertionOperator.of(key)
                .orElseThrow(() -> new InvalidValueException(
                        "validation.assertion.operator", key, NearestName.hint(key, OPERATORS)));
        if (!used.add(operator)) {
            throw new InvalidValueException("validation.assertion.twice", operator.key());
        }
        return operator;
    }

    private void read(
            String subject,
            AssertionOperator operator,
            DocumentNode operand,
            Function<DocumentNode, Optional<JsonValue>> valueOf) {
        if (operator.isRepeatable() && operand instanceof DocumentNode.Items items) {
            items.nodes().forEach(item -> valueOf.apply(item).ifPresent(value -> add(subject, operator, item, value)));
        } else if (operator == AssertionOperator.ABSENT || operator.isOrder()) {
            add(subject, operator, operand, values.read(operand));
        } else {
            valueOf.apply(operand).ifPresent(value -> add(subject, operator, operand, value));
        }
    }

    private void add(String subject, AssertionOperator operator, DocumentNode node, JsonValue value) {
        errors.tryCreate(node.place(), () -> new Assertion(subject, operator, value))
                .ifPresent(found::add);
    }

    private static String path(String path) {
        JsonPath.parse(path);
        return path;
    }

    private static String header(String name) {
        if (!name.matches(HEADER_NAME)) {
            throw new InvalidValueException("validation.headers.name", name);
        }
        return name;
    }

    private Optional<JsonValue> headerValue(DocumentNode node) {
        if (node instanceof DocumentNode.Number number) {
            return Optional.of(Json.createValue(number.written()));
        }
        if (node instanceof DocumentNode.Text) {
            return Optional.of(values.read(node));
        }
        errors.add(node.place(), LocalizedMessage.of("validation.assertion.headerText"));
        return Optional.empty();
    }
}
