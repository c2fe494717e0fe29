package dev.tidemark.browser;

import dev.tidemark.gateway.FailureKind;
import java.util.Optional;

/** A page that came and went well, until a test says otherwise. */
final class AnEnding {

    private Optional<FailureKind> refusal = Optional.empty();
    private Optional<String> netError = Optional.empty();
    private Optional<String> foreignScheme = Optional.empty();
    private Optional<String> exceeded = Optional.empty();
    private int status = 200;
    private String mediaType = "text/html";
    private boolean attachment;
    private boolean download;
    private boolean shown = true;
    private boolean crashed;
    private boolean outOfMemory;
    private boolean closed;
    private int navigations = 1;
    private boolean over;
    private String phase = "collect";
    private boolean loaded = true;
    private boolean told = true;
    private boolean leaving;
    private boolean silent;

    static AnEnding ofAPage() {
        return new AnEnding();
    }

    /** Nothing came: the navigation failed with this code. */
    static AnEnding without(String code) {
        AnEnding ending = new AnEnding();
        ending.status = 0;
        ending.mediaType = "";
        ending.shown = false;
        ending.loaded = false;
        ending.navigations = 0;
        return ending.failing(code);
    }

    AnEnding failing(String code) {
        netError = Optional.of(code);
        return this;
    }

    AnEnding refused(FailureKind kind) {
        refusal = Optional.of(kind);
        return this;
    }

    AnEnding redirectingTo(String scheme) {
        foreignScheme = Optional.of(scheme);
        return this;
    }

    AnEnding answering(int code, String type) {
        status = code;
        mediaType = type;
        return this;
    }

    AnEnding notShown() {
        shown = false;
        return this;
    }

    AnEnding saved(boolean asAttachment) {
        download = true;
        attachment = asAttachment;
        return this;
    }

    AnEnding crashing() {
        crashed = true;
        return this;
    }

    AnEnding outOfMemory() {
        outOfMemory = true;
        return this;
    }

    AnEnding closing() {
        closed = true;
        return this;
    }

    AnEnding exceeding(String limit) {
        exceeded = Optional.of(limit);
        return this;
    }

    AnEnding navigating(int times) {
        navigations = times;
        return this;
    }

    AnEnding outOfTimeIn(String which) {
        over = true;
        phase = which;
        loaded = which.equals("collect");
        told = !loaded;
        return this;
    }

    AnEnding outOfTimeWithNumbers() {
        over = true;
        return this;
    }

    AnEnding leavingIn(String which) {
        over = true;
        leaving = true;
        phase = which;
        return this;
    }

    AnEnding silent() {
        over = true;
        silent = true;
        return this;
    }

    Ending build() {
        return new Ending(
                new Ending.Arrival(
                        refusal,
                        netError,
                        status,
                        foreignScheme,
                        status != 0 && status != 304,
                        status,
                        mediaType,
                        attachment,
                        download,
                        shown),
                new Ending.Fate(crashed, outOfMemory, closed, navigations, exceeded),
                new Ending.Time(over, phase, loaded, told, leaving, silent));
    }
}
