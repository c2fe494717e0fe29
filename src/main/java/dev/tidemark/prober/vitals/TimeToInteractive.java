package dev.tidemark.prober.vitals;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The end of the last long task before the first five seconds in which main thread and network are both quiet, but not
 * before FCP and DOMContentLoaded. The network only determines the window; TTI may precede its start
 * (<a href="https://github.com/GoogleChrome/lighthouse/blob/main/core/computed/metrics/interactive.js">Lighthouse</a>).
 *
 * @param millis from navigation start; empty if not reached
 * @param reason why it was not reached; blank if it was
 */
record TimeToInteractive(OptionalDouble millis, LocalizedMessage reason) {

    static final double QUIET_MILLIS = 5_000;

    private static final TimeToInteractive BUSY_MAIN_THREAD = missed(LocalizedMessage.of("absence.tti.busyMainThread"));
    private static final TimeToInteractive BUSY_NETWORK = missed(LocalizedMessage.of("absence.tti.busyNetwork"));

    /** @param quietMainThread idle periods in chronological order, as is {@code quietNetwork} */
    static TimeToInteractive of(double fcp, double dcl, List<TimeSpan> quietMainThread, List<TimeSpan> quietNetwork) {
        Deque<TimeSpan> cpu = longEnough(quietMainThread, fcp);
        Deque<TimeSpan> network = longEnough(quietNetwork, fcp);
        while (!cpu.isEmpty() && !network.isEmpty()) {
            TimeSpan a = cpu.peek();
            TimeSpan b = network.peek();
            boolean cpuStartsLater = a.start() >= b.start();
            double windowEnd = Math.max(a.start(), b.start()) + QUIET_MILLIS;
            if ((cpuStartsLater ? b.end() : a.end()) >= windowEnd) {
                return reached(Math.max(a.start(), Math.max(fcp, dcl)));
            }
            (cpuStartsLater ? network : cpu).remove();
        }
        return cpu.isEmpty() ? BUSY_MAIN_THREAD : BUSY_NETWORK;
    }

    static TimeToInteractive missed(LocalizedMessage reason) {
        return new TimeToInteractive(OptionalDouble.empty(), reason);
    }

    private static TimeToInteractive reached(double millis) {
        return new TimeToInteractive(OptionalDouble.of(millis), LocalizedMessage.EMPTY);
    }

    private static Deque<TimeSpan> longEnough(List<TimeSpan> periods, double fcp) {
        return periods.stream()
                .filter(period -> period.end() > fcp + QUIET_MILLIS && period.length() >= QUIET_MILLIS)
                .collect(Collectors.toCollection(ArrayDeque::new));
    }
}
