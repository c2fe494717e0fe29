package dev.tidemark.prober.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Costs by page and kind of load. Warm-up rounds (before round 1) do not count. */
final class CostRows {

    /** Until the JIT compiler has compiled the hot methods, as in a server that has run for some minutes. */
    static final int WARM_UP = 2;

    private static final Map<String, String> PAGES =
            Map.of("light", "static-text.html", "busy", "heavy.html", "heavy", "many-resources.html");
    /** Short actions are repeated, because the operating system counts in hundredths of a second. */
    private static final Map<String, Integer> TIMES = Map.of("light", 2, "busy", 1, "heavy", 1);

    private final Map<String, CostRow> rows = new LinkedHashMap<>();

    static String page(String weight) {
        return PAGES.get(weight);
    }

    void take(String weight, String what, int round, Runnable load) {
        LoadCost cost = LoadCost.of(TIMES.get(weight), load);
        if (round > 0) {
            rows.computeIfAbsent(weight + what, key -> new CostRow(weight, what))
                    .add(cost);
        }
    }

    List<CostRow> all() {
        return List.copyOf(rows.values());
    }

    double median(String weight, String what, ToDoubleFunction<LoadCost> of) {
        return rows.get(weight + what).median(of);
    }
}
