package dev.tidemark.prober.response;

import dev.tidemark.model.expectation.JsonPath;
import dev.tidemark.model.expectation.SeriesSelector;
import dev.tidemark.model.expectation.ValueSelector;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of a response: decoded, and on demand read as text and as JSON. */
public final class ResponseBody {

    private static final int MAX_NAMED_SERIES = 5;

    private final DecodedContent content;
    private final String contentType;
    private Optional<BodyText> text = Optional.empty();
    private Optional<ParsedJson> json = Optional.empty();

    private ResponseBody(DecodedContent content, String contentType) {
        this.content = content;
        this.contentType = contentType;
    }

    /** @param limit in bytes, of every decoding step */
    public static ResponseBody of(ResponseHeaders headers, byte[] received, int limit) {
        DecodedContent content = DecodedContent.of(headers.elements("content-encoding"), received, limit);
        return new ResponseBody(content, headers.first("content-type").orElse(""));
    }

    /** Why the body is invalid, for example compressed data that ends in the middle. */
    public Optional<Outcome> failure() {
        return content.failure();
    }

    /** Why nothing can be said about the content: an unknown content coding. */
    public Optional<LocalizedMessage> unreadable() {
        return content.unknown().map(coding -> LocalizedMessage.of("outcome.http.coding.unknown", coding));
    }

    /** In bytes, decoded. */
    public int size() {
        return content.bytes().length;
    }

    String text() {
        return decoded().text();
    }

    Optional<String> unknownCharset() {
        return decoded().unknownCharset();
    }

    private BodyText decoded() {
        BodyText decoded = text.orElseGet(() -> BodyText.of(content.bytes(), contentType));
        text = Optional.of(decoded);
        return decoded;
    }

    ParsedJson json() {
        ParsedJson parsed = json.orElseGet(() -> ParsedJson.parse(text()));
        json = Optional.of(parsed);
        return parsed;
    }

    /** The number at a JSON path or of a Prometheus series; true and false are 1 and 0, and a string may contain a number. */
    public NumberLookup number(ValueSelector selector) {
        if (unreadable().isPresent()) {
            return NumberLookup.absent(unreadable().get());
        }
        return selector.isJsonPath() ? inJson(selector.where()) : inPrometheusText(selector.where());
    }

    private NumberLookup inJson(String path) {
        if (json().problem().isPresent()) {
            return NumberLookup.absent(LocalizedMessage.of(
                    "absence.http.noJson", path, json().problem().get()));
        }
        Optional<JsonValue> found =
                json().value().flatMap(root -> JsonPath.parse(path).find(root));
        return found.flatMap(ResponseBody::number)
                .map(number -> NumberLookup.found(path, number))
                .orElseGet(() -> NumberLookup.absent(
                        found.isEmpty()
                                ? LocalizedMessage.of("absence.http.missing", path)
                                : LocalizedMessage.of("absence.http.notANumber", path)));
    }

    private static Optional<Double> number(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return Optional.of(number.doubleValue());
        }
        if (value instanceof JsonString string) {
            return NumberLookup.parse(string.getString());
        }
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(1.0);
            case FALSE -> Optional.of(0.0);
            default -> Optional.empty();
        };
    }

    private NumberLookup inPrometheusText(String where) {
        List<PrometheusSeries> found = PrometheusSeries.find(text(), SeriesSelector.parse(where));
        if (found.size() > 1) {
            String named = found.stream()
                    .limit(MAX_NAMED_SERIES)
                    .map(PrometheusSeries::toString)
                    .collect(Collectors.joining("; "));
            return NumberLookup.absent(LocalizedMessage.of(
                    "absence.http.severalSeries",
                    where,
                    found.size(),
                    found.size() > MAX_NAMED_SERIES ? named + "; …" : named));
        }
        return found.stream()
                .findFirst()
                .map(series -> NumberLookup.found(where, series.value()))
                .orElseGet(() -> NumberLookup.absent(LocalizedMessage.of("absence.http.noSeries", where)));
    }
}
