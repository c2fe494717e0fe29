package dev.tidemark.web.api;

import dev.tidemark.platform.runtime.Page;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of runs, newest first. {@code next} is the cursor of the following page; it is absent on the last page. */
public record RunList(List<RunDocument> items, Optional<String> next) {
    static RunList of(Page<Run> page) {
        return new RunList(page.items().stream().map(RunDocument::of).toList(), page.next());
    }

    /** The runs as CSV (RFC 4180): one line per run, one column per metric that any of them has. */
    String csv() {
        TreeSet<String> metrics = items.stream()
                .flatMap(run -> run.measurements().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String head = Stream.concat(
                        Stream.of("plannedAt,run,location,outcome"),
                        metrics.stream().map(RunList::quoted))
                .collect(Collectors.joining(","));
        return Stream.concat(Stream.of(head), items.stream().map(run -> line(run, metrics)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(RunDocument run, TreeSet<String> metrics) {
        String fixed = String.join(
                ",",
                run.plannedAt().toString(),
                run.id(),
                run.location(),
                Optional.ofNullable(run.outcome()).orElse(""));
        return Stream.concat(
                        Stream.of(fixed),
                        metrics.stream().map(code -> cell(run.measurements().get(code))))
                .collect(Collectors.joining(","));
    }

    private static String cell(Double value) {
        return value == null ? "" : value.toString();
    }

    /**
     * Quotes a metric code. User timings are named by the measured page; quoting prevents formulas and extra columns.
     */
    private static String quoted(String code) {
        return "\"" + code.replace("\"", "\"\"") + "\"";
    }
}
