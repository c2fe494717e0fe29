package dev.tidemark.comparison;

import dev.tidemark.contrast.Load;
import dev.tidemark.history.Frame;
import dev.tidemark.wording.Said;
import java.util.List;

/**
 * One side with what is shown of it.
 *
 * @param title "21 Nov 2026, 10:02:00 CET", or a span with its number of runs
 * @param address where all of it can be seen
 * @param load what is held against the other side
 * @param pictures the address that the number of a frame completes
 */
record Side(Said title, String address, Load load, String pictures, List<Frame> frames) {

    Side {
        frames = List.copyOf(frames);
    }
}
