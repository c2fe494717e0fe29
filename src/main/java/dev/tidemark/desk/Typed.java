package dev.tidemark.desk;

import dev.tidemark.document.Faults;
import dev.tidemark.maintenance.Window;
import dev.tidemark.maintenance.Windows;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A window as it was typed into the form, made into what the API takes, so that both say the same of the same faults. */
final class Typed {

    private final HttpServletRequest request;
    private final Faults faults = new Faults();

    Typed(HttpServletRequest request) {
        this.request = request;
    }

    Optional<Window> window() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String key : new String[] {"id", "name", "start", "length", "zone", "cron"}) {
            text(key).ifPresent(value -> json.add(key, value));
        }
        for (String key : new String[] {"from", "until"}) {
            text(key).ifPresent(value -> json.add(key, value.matches(".*T\\d\\d:\\d\\d") ? value + ":00Z" : value));
        }
        for (String key : new String[] {"probes", "tags", "weekdays"}) {
            text(key).ifPresent(value -> json.add(key, list(value)));
        }
        return Windows.read(json.build().toString(), faults);
    }

    String faults() {
        return faults.all().stream()
                .map(fault -> fault.place().pointer() + " " + fault.detail())
                .collect(Collectors.joining("; "));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static JsonArrayBuilder list(String text) {
        return Json.createArrayBuilder(Arrays.stream(text.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList());
    }
}
