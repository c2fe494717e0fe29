package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.DiffSide;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.FilmstripFrame;
import java.util.List;

/**
 * One side with what is shown of it.
 *
 * @param title "21 Nov 2026, 10:02:00 CET", or a span with its number of runs
 * @param address where all of it can be seen
 * @param load what is held against the other side
 * @param frameAddress the address that the number of a frame completes
 */
record ComparisonSide(
        LocalizedMessage title, String address, DiffSide load, String frameAddress, List<FilmstripFrame> frames) {

    ComparisonSide {
        frames = List.copyOf(frames);
    }
}
