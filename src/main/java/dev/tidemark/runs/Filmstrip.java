package dev.tidemark.runs;

import dev.tidemark.history.Frame;
import dev.tidemark.observation.RunId;
import java.util.List;
import java.util.Optional;

/** The frames of a sample in order, all at once. */
public record Filmstrip(List<Picture> items, Optional<String> next) {
    /** @param at ms from navigation start */
    public record Picture(int n, double at, String image) {}

    static Filmstrip of(RunId run, int sample, List<Frame> frames) {
        String base = "/api/v1/runs/" + run + "/samples/" + sample + "/filmstrip/";
        return new Filmstrip(
                frames.stream()
                        .map(frame -> new Picture(frame.n(), frame.atMillis(), base + frame.n()))
                        .toList(),
                Optional.empty());
    }
}
