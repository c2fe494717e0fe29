package dev.tidemark.prober.browser;

import dev.tidemark.prober.proxy.ConnectFailure;
import java.util.Optional;

/** The end of a successful page load, with the changes of a test. */
final class SampleEndBuilder {

    private Optional<ConnectFailure> refusal = Optional.empty();
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

    static SampleEndBuilder ofAPage() {
        return new SampleEndBuilder();
    }

    /** No response: the navigation failed with this code. */
    static SampleEndBuilder without(String code) {
        SampleEndBuilder ending = new SampleEndBuilder();
        ending.status = 0;
        ending.mediaType = "";
        ending.shown = false;
        ending.loaded = false;
        ending.navigations = 0;
        return ending.failing(code);
    }

    SampleEndBuilder failing(String code) {
        netError = Optional.of(code);
        return this;
    }

    SampleEndBuilder refused(ConnectFailure kind) {
        refusal = Optional.of(kind);
        return this;
    }

    SampleEndBuilder redirectingTo(String scheme) {
        foreignScheme = Optional.of(scheme);
        return this;
    }

    SampleEndBuilder answering(int code, String type) {
        status = code;
        mediaType = type;
        return this;
    }

    SampleEndBuilder notShown() {
        shown = false;
        return this;
    }

    SampleEndBuilder saved(boolean asAttachment) {
        download = true;
        attachment = asAttachment;
        return this;
    }

    SampleEndBuilder crashing() {
        crashed = true;
        return this;
    }

    SampleEndBuilder outOfMemory() {
        outOfMemory = true;
        return this;
    }

    SampleEndBuilder closing() {
        closed = true;
        return this;
    }

    SampleEndBuilder exceeding(String limit) {
        exceeded = Optional.of(limit);
        return this;
    }

    SampleEndBuilder navigating(int times) {
        navigations = times;
        return this;
    }

    SampleEndBuilder outOfTimeIn(String which) {
        over = true;
        phase = which;
        loaded = which.equals("collect");
        told = !loaded;
        return this;
    }

    SampleEndBuilder outOfTimeWithNumbers() {
        over = true;
        return this;
    }

    SampleEndBuilder leavingIn(String which) {
        over = true;
        leaving = true;
        phase = which;
        return this;
    }

    SampleEndBuilder silent() {
        over = true;
        silent = true;
        return this;
    }

    SampleEnd build() {
        return new SampleEnd(
                new SampleEnd.Arrival(
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
                new SampleEnd.Fate(crashed, outOfMemory, closed, navigations, exceeded),
                new SampleEnd.Time(over, phase, loaded, told, leaving, silent));
    }
}
