package dev.tidemark.model.probe;

import java.net.URI;
import java.time.Duration;

/** One action on a page. Selectors are Playwright's (CSS, {@code text=}, {@code role=} ...). */
public sealed interface Step {

    record Open(URI url) implements Step {}

    record Click(String selector) implements Step {}

    record Fill(String selector, String value) implements Step {}

    /** A key as Playwright names it: {@code Enter}, {@code Control+A}; pressed on the selector, or the page when empty. */
    record Press(String selector, String key) implements Step {}

    /** Waits until the selector is visible. */
    record WaitFor(String selector) implements Step {}

    record Pause(Duration time) implements Step {}

    /** The selector must be visible and hold the text (empty: any). */
    record Expect(String selector, String text) implements Step {}
}
