package dev.tidemark.prober.vitals;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The integral of (1 - visual completeness) from 0 to the last frame, in ms (<a
 * href="https://github.com/paulirish/speedline/blob/main/core/src/speed-index.js">speedline</a>).
 */
public final class SpeedIndex {

    private SpeedIndex() {}

    /** @param frames in any order; no result for fewer than two. The first one is the blank screen. */
    public static OptionalDouble of(List<ScreenFrame> frames) {
        if (frames.size() < 2) {
            return OptionalDouble.empty();
        }
        List<ScreenFrame> inOrder = frames.stream()
                .sorted(Comparator.comparingDouble(ScreenFrame::atMillis))
                .toList();
        ScreenFrame first = inOrder.get(0);
        ScreenFrame last = inOrder.get(inOrder.size() - 1);
        double index = 0;
        double since = 0;
        double complete = 0;
        for (ScreenFrame frame : inOrder) {
            double at = Math.max(0, frame.atMillis());
            index += (at - since) * (1 - complete);
            since = at;
            complete = frame.completeness(first, last);
        }
        return OptionalDouble.of(index);
    }
}
