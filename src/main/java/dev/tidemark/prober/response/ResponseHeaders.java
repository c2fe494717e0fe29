package dev.tidemark.prober.response;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header fields of a response, one entry per line, in their order. */
public record ResponseHeaders(List<Map.Entry<String, String>> lines) {

    public ResponseHeaders {
        lines = List.copyOf(lines);
    }

    /** The values of all lines with a name, whose case does not matter. */
    List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.getKey().equalsIgnoreCase(name))
                .map(line -> line.getValue().strip())
                .toList();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The elements of a comma-separated list, over all lines. */
    List<String> elements(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }
}
