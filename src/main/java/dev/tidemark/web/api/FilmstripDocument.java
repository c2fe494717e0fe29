package dev.tidemark.web.api;

import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.storage.run.FilmstripFrame;
import java.util.List;
import java.util.Optional;

/**
 * The frames of a sample in order; there is no next page.
 *
 * @param expired true if retention has removed the frames; otherwise left out
 */
public record FilmstripDocument(List<Picture> items, Optional<String> next, Boolean expired) {
    /** @param at ms since navigation start */
    public record Picture(int n, double at, String image) {}

    static FilmstripDocument of(
            RunId run, int sample, List<FilmstripFrame> frames, boolean expired, BasePath basePath) {
        String base = basePath.link("/api/v1/runs/" + run + "/samples/" + sample + "/filmstrip/");
        return new FilmstripDocument(
                frames.stream()
                        .map(frame -> new Picture(frame.n(), frame.atMillis(), base + frame.n()))
                        .toList(),
                Optional.empty(),
                expired ? true : null);
    }
}
