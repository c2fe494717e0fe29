package dev.tidemark.prober.vitals;

import dev.tidemark.model.result.LayoutShift;
import java.util.Comparator;
import java.util.List;

/**
 * The largest sum of a session window: successive shifts less than 1 s apart, all within less than 5 s; shifts right after
 * input are ignored (<a href="https://web.dev/articles/cls">definition</a>, boundaries as in
 * <a href="https://github.com/GoogleChrome/web-vitals/blob/main/src/lib/LayoutShiftManager.ts">web-vitals</a>).
 */
final class CumulativeLayoutShift {

    private static final double LARGEST_GAP_MILLIS = 1_000;
    private static final double LARGEST_WINDOW_MILLIS = 5_000;

    private CumulativeLayoutShift() {}

    /** 0 without a shift. */
    static double of(List<LayoutShift> shifts) {
        double largest = 0;
        double sum = 0;
        double first = 0;
        double last = 0;
        for (LayoutShift shift : counted(shifts)) {
            double at = shift.atMillis();
            boolean joins = sum > 0 && at - last < LARGEST_GAP_MILLIS && at - first < LARGEST_WINDOW_MILLIS;
            sum = joins ? sum + shift.value() : shift.value();
            first = joins ? first : at;
            last = at;
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static List<LayoutShift> counted(List<LayoutShift> shifts) {
        return shifts.stream()
                .filter(shift -> !shift.afterInput())
                .sorted(Comparator.comparingDouble(LayoutShift::atMillis))
                .toList();
    }
}
