package dev.tidemark.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.gateway.GatewaySettings;
import dev.tidemark.it.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What does a check cost? Loads a light and a heavy page in turn: barely with Playwright, as a sample, and as a sample with
 * the film of its run; prints the medians and puts them into the manual. Argument: how many rounds (5).
 */
public final class CostCommand {

    private static final Map<String, String> PAGES =
            Map.of("light", "static-text.html", "heavy", "many-resources.html");

    private CostCommand() {}

    public static void main(String[] rounds) throws IOException, InterruptedException {
        int count = rounds.length == 0 ? 5 : Integer.parseInt(rounds[0]);
        String page = CostPage.of(measure(count), count);
        System.out.println(page);
        Files.writeString(Path.of("src/site/markdown/cost.md"), page);
    }

    private static List<CostRow> measure(int rounds) throws IOException {
        Path data = Files.createDirectories(Path.of("target", "cost"));
        GatewaySettings ways =
                new GatewaySettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990);
        try (FixtureSite site = new FixtureSite();
                Gateway gateway = new Gateway(ways, Clock.systemUTC())) {
            Map<String, CostRow> rows = new LinkedHashMap<>();
            try (BareLoad bare = new BareLoad(new Chromium(TestBrowser.chromium()));
                    CheckedLoad sample = new CheckedLoad(data, gateway, false);
                    CheckedLoad filmed = new CheckedLoad(data, gateway, true)) {
                for (int round = 0; round <= rounds; round++) {
                    for (String weight : List.of("light", "heavy")) {
                        String url = site.url(PAGES.get(weight));
                        take(rows, weight, "bare Playwright load", round, () -> bare.load(url));
                        take(rows, weight, "sample with all metrics", round, () -> sample.load(url));
                        take(rows, weight, "sample, and the film of its run", round, () -> filmed.load(url));
                    }
                }
            }
            return List.copyOf(rows.values());
        }
    }

    /** The first round warms up. */
    private static void take(Map<String, CostRow> rows, String weight, String what, int round, Runnable load) {
        Cost cost = Cost.of(load);
        if (round > 0) {
            rows.computeIfAbsent(weight + what, key -> new CostRow(weight, what))
                    .add(cost);
        }
    }
}
