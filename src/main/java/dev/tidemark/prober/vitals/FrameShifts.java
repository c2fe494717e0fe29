package dev.tidemark.prober.vitals;

import dev.tidemark.model.result.LayoutShift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Layout shifts in the frames of a page. As in Chromium, the weight of a frame is its visible area divided by the area of
 * the screen, also where the page is wider than the screen and zoomed out
 * (<a href="https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/core/layout/layout_shift_tracker.cc">
 * {@code SubframeWeightingFactor}</a>: its TODO says that the page's scale is ignored), so that it can exceed 1.
 */
final class FrameShifts {

    private static final int MAX_SHIFTS = 5_000;
    private static final int MAX_SHARES = 10_000;
    /** The browser determines the visible share after the layout of the same frame of the screen. */
    private static final double SCREEN_FRAME_MILLIS = 16;

    private final List<FrameShift> shifts = new ArrayList<>();
    private final Map<String, NavigableMap<Double, Double>> shares = new HashMap<>();
    private int shareCount;
    private double screenArea;

    /** @param area in CSS pixels */
    void screen(double area) {
        screenArea = area;
    }

    /** A frame's visible share has changed, as seen by its parent or, without a path, by itself. */
    void share(CollectorMessage message, double atMillis) {
        if (shareCount++ < MAX_SHARES) {
            String path = message.text("p");
            shares.computeIfAbsent(path.isEmpty() ? message.document() : path, frame -> new TreeMap<>())
                    .put(atMillis, message.number("f"));
        }
    }

    void add(CollectorMessage message, LayoutShift shift) {
        if (shifts.size() < MAX_SHIFTS) {
            shifts.add(new FrameShift(shift, message.text("p"), message.document(), message.number("a")));
        }
    }

    /** Without those in frames whose visible share is unknown. */
    List<LayoutShift> weighted() {
        return shifts.stream().filter(one -> screenArea > 0).map(this::weighted).toList();
    }

    private LayoutShift weighted(FrameShift one) {
        LayoutShift shift = one.shift();
        double weight = one.area() / screenArea * share(one);
        return new LayoutShift(shift.value() * weight, shift.atMillis(), shift.selector(), shift.afterInput());
    }

    private double share(FrameShift one) {
        NavigableMap<Double, Double> seen = shares.getOrDefault(one.path(), shares.get(one.document()));
        if (seen == null) {
            return 0;
        }
        Map.Entry<Double, Double> then = seen.floorEntry(one.shift().atMillis() + SCREEN_FRAME_MILLIS);
        return (then == null ? seen.firstEntry() : then).getValue();
    }

    /** @param area of the frame, in CSS pixels */
    private record FrameShift(LayoutShift shift, String path, String document, double area) {}
}
