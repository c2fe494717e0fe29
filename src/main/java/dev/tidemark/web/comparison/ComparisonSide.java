package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.DiffSide;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.ExpiredDetails;
import dev.tidemark.storage.run.FilmstripFrame;
import java.util.List;

/**
 * One side of a comparison with its title and filmstrip.
 *
 * @param title "21 Nov 2026, 10:02:00 CET", or a period with its number of runs
 * @param address URL of the run or the period
 * @param load values and requests that are compared
 * @param expired details of the run, or of all runs of the period, that retention has removed
 * @param frameAddress URL prefix of the frames, to be completed with the number of a frame
 */
record ComparisonSide(
        LocalizedMessage title,
        String address,
        DiffSide load,
        String frameAddress,
        List<FilmstripFrame> frames,
        ExpiredDetails expired) {

    ComparisonSide {
        frames = List.copyOf(frames);
    }

    boolean hasPages() {
        return !load.pages().isEmpty();
    }
}
