package dev.tidemark.model.probe;

import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;

/** One action on a page. Selectors are Playwright's (CSS, {@code text=}, {@code role=} ...). */
public sealed interface Step {

    record Open(WebUrl url) implements Step {}

    record Click(String selector) implements Step {}

    /**
     * @param value text, or {@code secret:NAME}
     * @param secret whether the value is never shown: neither in the definition nor in the field on screenshots
     */
    record Fill(String selector, String value, boolean secret) implements Step {
        public Fill(String selector, String value) {
            this(selector, value, false);
        }
    }

    /**
     * A key with its name in Playwright: {@code Enter}, {@code Control+A}; pressed on the element, or on the page when the
     * selector is empty.
     */
    record Press(String selector, String key) implements Step {}

    /** Waits until the element is visible. */
    record WaitFor(String selector) implements Step {}

    record Pause(Duration time) implements Step {}

    /** Asserts that the element is visible and contains the text (empty: any text). */
    record Expect(String selector, String text) implements Step {}
}
