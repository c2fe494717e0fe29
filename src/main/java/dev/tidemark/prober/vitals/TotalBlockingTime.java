package dev.tidemark.prober.vitals;

import java.util.List;

/**
 * What the tasks between FCP and TTI last beyond 50 ms each, in ms; a task is clipped to that window before the 50 ms
 * are taken off (<a href="https://github.com/GoogleChrome/lighthouse/blob/main/core/computed/metrics/total-blocking-time.js">Lighthouse</a>).
 */
final class TotalBlockingTime {

    private TotalBlockingTime() {}

    static double of(List<TimeSpan> tasks, double fcp, double until) {
        TimeSpan window = new TimeSpan(fcp, until);
        return tasks.stream()
                .mapToDouble(task -> task.within(window).length() - LongTasks.THRESHOLD_MILLIS)
                .filter(blocking -> blocking > 0)
                .sum();
    }
}
