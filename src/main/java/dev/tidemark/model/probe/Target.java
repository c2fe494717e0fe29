package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a probe checks. */
public sealed interface Target {

    /** The URL that is opened first. */
    WebUrl url();

    /** A page load, with optional steps after the load (for INP). */
    record PageTarget(WebUrl url, List<Step> steps) implements Target {
        public PageTarget {
            steps = List.copyOf(steps);
        }
    }

    /**
     * An HTTP check without a browser. Redirects are not followed.
     *
     * @param body the request body
     * @param values selectors of values in the response by metric ({@code VALUE}, {@code CPU}, {@code MEMORY} ...): {@code
     *     $.path} in JSON, or {@code metric{label="x"}} in Prometheus text, each with an optional {@code * factor}
     */
    record Http(WebUrl url, String method, Optional<String> body, HttpExpectation expect, Map<String, String> values)
            implements Target {
        public Http {
            values = new TreeMap<>(values);
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(expect, "expect");
            if (!method.matches("[A-Z]{1,20}")) {
                throw new InvalidValueException("validation.method.invalid", method);
            }
        }
    }

    /** A journey: steps in order, each measured; the first one opens a page. */
    record Journey(List<Step> steps) implements Target {
        public Journey {
            steps = List.copyOf(steps);
            if (steps.isEmpty() || !(steps.get(0) instanceof Step.Open)) {
                throw new InvalidValueException("validation.journey.openFirst");
            }
        }

        @Override
        public WebUrl url() {
            return ((Step.Open) steps.get(0)).url();
        }
    }
}
