package dev.tidemark.prober.vitals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Periods in which the main thread has no long task, or the network at most two requests in flight
 * (<a href="https://github.com/GoogleChrome/lighthouse/blob/main/core/computed/metrics/interactive.js">Lighthouse</a>).
 */
final class QuietPeriods {

    static final int REQUESTS_IN_FLIGHT = 2;

    private QuietPeriods() {}

    /** The gaps between long tasks, given in order; the first begins at 0, the last ends with the observation. */
    static List<TimeSpan> ofMainThread(List<TimeSpan> longTasks, double end) {
        List<TimeSpan> quiet = new ArrayList<>();
        double start = 0;
        for (TimeSpan task : longTasks) {
            quiet.add(new TimeSpan(start, task.start()));
            start = task.end();
        }
        quiet.add(new TimeSpan(start, end));
        return quiet;
    }

    /** Of requests that count (see {@link NetworkActivity#counted}), in any order. */
    static List<TimeSpan> ofNetwork(List<TimeSpan> requests, double end) {
        List<TimeSpan> quiet = new ArrayList<>();
        int inFlight = 0;
        double start = 0;
        for (Boundary boundary : boundaries(requests, end)) {
            if (boundary.change > 0 && inFlight == REQUESTS_IN_FLIGHT) {
                quiet.add(new TimeSpan(start, boundary.at));
            }
            inFlight += boundary.change;
            if (boundary.change < 0 && inFlight == REQUESTS_IN_FLIGHT) {
                start = boundary.at;
            }
        }
        if (inFlight <= REQUESTS_IN_FLIGHT) {
            quiet.add(new TimeSpan(start, end));
        }
        return quiet;
    }

    private static List<Boundary> boundaries(List<TimeSpan> requests, double end) {
        return requests.stream()
                .flatMap(request -> Stream.of(new Boundary(request.start(), 1), new Boundary(request.end(), -1)))
                .filter(boundary -> boundary.at <= end)
                .sorted(Comparator.comparingDouble(Boundary::at))
                .toList();
    }

    private record Boundary(double at, int change) {}
}
