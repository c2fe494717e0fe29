package dev.tidemark.prober.vitals;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Duration of the longest task that ends after FCP, in ms, including its part before FCP. Tasks under 50 ms are not observed, so without a long task there is no value
 * (<a href="https://github.com/GoogleChrome/lighthouse/blob/main/core/computed/metrics/max-potential-fid.js">Lighthouse</a>).
 */
final class MaxPotentialFid {

    private MaxPotentialFid() {}

    static OptionalDouble of(List<TimeSpan> tasks, double fcp) {
        return tasks.stream()
                .filter(task -> task.end() >= fcp)
                .mapToDouble(TimeSpan::length)
                .max();
    }
}
