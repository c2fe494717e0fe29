package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.model.expectation.HttpExpectation;
import dev.tidemark.model.expectation.StatusRange;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code expect} of an HTTP check. */
final class ExpectationReader {

    private static final List<AssertionOperator> OF_BODY = List.of(
            AssertionOperator.CONTAINS,
            AssertionOperator.NOT_CONTAINS,
            AssertionOperator.MATCHES,
            AssertionOperator.NOT_MATCHES);

    private final ValidationErrors errors;

    ExpectationReader(ValidationErrors errors) {
        this.errors = errors;
    }

    Optional<HttpExpectation> read(MappingReader section) {
        List<StatusRange> status = section.parsedOneOrMore("status", StatusRange::parse);
        AssertionReader assertions = new AssertionReader(errors);
        List<Assertion> headers = assertions.headers(section);
        List<Assertion> body = body(section);
        List<Assertion> json = assertions.json(section);
        OptionalInt days =
                section.integer("certificateDays").map(OptionalInt::of).orElse(OptionalInt.empty());
        String version = section.text("version").orElse("");
        section.rejectUnknownKeys();
        section.rejectEmptyValues();
        return errors.tryCreate(section.place(), () -> new HttpExpectation(status, headers, body, json, days, version));
    }

    private static List<Assertion> body(MappingReader section) {
        List<Assertion> body = new ArrayList<>();
        for (AssertionOperator operator : OF_BODY) {
            body.addAll(section.parsedOneOrMore(
                    operator.key(), text -> new Assertion("", operator, Json.createValue(text))));
        }
        return body;
    }
}
