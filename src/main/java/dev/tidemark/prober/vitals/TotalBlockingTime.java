package dev.tidemark.prober.vitals;

import java.util.List;

/**
 * The sum of task durations beyond 50 ms each between FCP and TTI, in ms; a task is clipped to that window before 50 ms
 * are subtracted (<a href="https://github.com/GoogleChrome/lighthouse/blob/main/core/computed/metrics/total-blocking-time.js">Lighthouse</a>).
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

    /** The share of a period: a task blocks from 50 ms after its start, so consecutive periods add up to the whole. */
    static double during(TimeSpan period, List<TimeSpan> tasks) {
        return tasks.stream()
                .map(task -> new TimeSpan(task.start() + LongTasks.THRESHOLD_MILLIS, task.end()))
                .mapToDouble(blocking -> blocking.within(period).length())
                .filter(blocking -> blocking > 0)
                .sum();
    }
}
