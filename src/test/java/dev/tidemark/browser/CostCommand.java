package dev.tidemark.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.it.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** A first word {@code slots}, {@code gateway} or {@code soak} asks for another measurement. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String what = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (what) {
            case "slots" -> Slots.run(number(rest, 4));
            case "gateway" -> GatewayLoads.run(number(rest, 8));
            case "soak" -> Soak.run(number(rest, 1_000));
            default -> run(number(arguments, 4));
        }
    }

    private static int number(String[] words, int otherwise) {
        return words.length == 0 ? otherwise : Integer.parseInt(words[0]);
    }

    private static void run(int rounds) throws IOException, InterruptedException {
        Manual.write("cost.md", CostPage.of(measure(rounds), rounds));
    }

    private static List<CostRow> measure(int rounds) throws IOException {
        Path data = Files.createDirectories(Path.of("target", "cost"));
        Map<String, CostRow> rows = new LinkedHashMap<>();
        try (FixtureSite site = new FixtureSite();
                Gateway gateway = Manual.gateway();
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
