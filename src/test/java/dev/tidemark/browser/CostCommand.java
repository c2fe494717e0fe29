package dev.tidemark.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.gateway.GatewaySettings;
import dev.tidemark.it.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What does a check cost? Loads a light and a heavy page in turn: barely with Playwright, barely for as long as a sample
 * looks, as a sample, and for a film; prints the medians and puts them into the manual. Argument: how many rounds (4).
 */
public final class CostCommand {

    static final String FLOOR = "bare Playwright load";
    static final String FLOOR_THAT_STAYS = "bare load, left open as long as a sample";

    private static final Map<String, String> PAGES =
            Map.of("light", "static-text.html", "heavy", "many-resources.html");
    /** More of what takes little, as the system counts in hundredths of a second. */
    private static final Map<String, Integer> TIMES = Map.of("light", 2, "heavy", 1);

    /** Of a page that is quiet as soon as it is loaded: TTI asks for 5 s. */
    static final Duration OBSERVATION = Duration.ofMillis(5_100);

    private CostCommand() {}

    public static void main(String[] rounds) throws IOException, InterruptedException {
        int count = rounds.length == 0 ? 4 : Integer.parseInt(rounds[0]);
        String page = CostPage.of(measure(count), count);
        System.out.println(page);
        Files.writeString(Path.of("src/site/markdown/cost.md"), page);
    }

    private static List<CostRow> measure(int rounds) throws IOException {
        Path data = Files.createDirectories(Path.of("target", "cost"));
        GatewaySettings ways =
                new GatewaySettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990);
        Map<String, CostRow> rows = new LinkedHashMap<>();
        try (FixtureSite site = new FixtureSite();
                Gateway gateway = new Gateway(ways, Clock.systemUTC());
                BareLoad bare = new BareLoad(new Chromium(TestBrowser.chromium()));
                CheckedLoad checked = new CheckedLoad(data, gateway)) {
            for (int round = 0; round <= rounds; round++) {
                for (String weight : List.of("light", "heavy")) {
                    String url = site.url(PAGES.get(weight));
                    take(rows, weight, FLOOR, round, () -> bare.load(url));
                    take(rows, weight, FLOOR_THAT_STAYS, round, () -> bare.load(url, OBSERVATION));
                    take(rows, weight, "sample with all metrics and its HAR", round, () -> checked.sample(url));
                    take(rows, weight, "film, once in a run", round, () -> checked.film(url));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    /** The first round warms up. */
    private static void take(Map<String, CostRow> rows, String weight, String what, int round, Runnable load) {
        Cost cost = Cost.of(TIMES.get(weight), load);
        if (round > 0) {
            rows.computeIfAbsent(weight + what, key -> new CostRow(weight, what))
                    .add(cost);
        }
    }
}
