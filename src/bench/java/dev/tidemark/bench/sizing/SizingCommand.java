package dev.tidemark.bench.sizing;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.bench.BenchEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a light, a busy and a heavy page with the product, and measures disk, memory and time: {@code mvn -Psizing}. The argument
 * is the number of runs of each page (default: 3).
 */
public final class SizingCommand {
    private static final Path PAGE = Path.of("src/site/markdown/contributing/sizing.md");
    private static final Map<String, String> PAGES = new LinkedHashMap<>(
            Map.of("light", "static-text.html", "busy", "heavy.html", "heavy", "many-resources.html"));

    private SizingCommand() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        List<SizingRow> rows = new ArrayList<>();
        double server;
        double postgresql;
        try (FixtureSite site = new FixtureSite();
                MeasuredServer product = MeasuredServer.start()) {
            for (String weight : List.of("light", "busy", "heavy")) {
                rows.add(product.measure(weight, site.url(PAGES.get(weight)), rounds));
            }
            server = ProcessMemory.megabytes("-D[Standalone]");
            postgresql = ProcessMemory.megabytes("postgres");
        }
        String page = SizingReport.of(rows, rounds, server, postgresql, BenchEnvironment.now());
        System.out.println(page);
        Files.writeString(PAGE, page);
        System.exit(0);
    }
}
