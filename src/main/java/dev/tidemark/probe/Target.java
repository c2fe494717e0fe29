package dev.tidemark.probe;

import java.net.URI;
import java.util.List;

/** What a probe loads. */
public sealed interface Target {

    /** The address that is opened first. */
    URI url();

    /** A page, and what is done on it after it has loaded (for INP); most probes have no steps. */
    record Page(URI url, List<Step> steps) implements Target {
        public Page {
            steps = List.copyOf(steps);
        }
    }

    /** Steps in order, measured step by step; the first one opens a page. */
    record Journey(List<Step> steps) implements Target {
        public Journey {
            steps = List.copyOf(steps);
            if (steps.isEmpty() || !(steps.get(0) instanceof Step.Open)) {
                throw new IllegalArgumentException("journey must begin with open");
            }
        }

        @Override
        public URI url() {
            return ((Step.Open) steps.get(0)).url();
        }
    }
}
