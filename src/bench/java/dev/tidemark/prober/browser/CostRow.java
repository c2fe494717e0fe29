package dev.tidemark.prober.browser;

import dev.tidemark.model.metric.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Costs of loading one page in one way, over all rounds. */
final class CostRow {

    final String page;
    final String what;
    private final List<LoadCost> costs = new ArrayList<>();

    CostRow(String page, String what) {
        this.page = page;
        this.what = what;
    }

    void add(LoadCost cost) {
        costs.add(cost);
    }

    double median(ToDoubleFunction<LoadCost> of) {
        return Statistic.MEDIAN.of(costs.stream().mapToDouble(of).toArray());
    }
}
