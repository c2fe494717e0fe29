package dev.tidemark.history;

import dev.tidemark.observation.RunId;
import java.util.Optional;

/** Where a list goes on: behind this run. The run's id says it all, as it carries the planned instant. */
record Cursor(RunId behind) {
    static Optional<Cursor> parse(Optional<String> text) {
        try {
            return text.map(RunId::parse).map(Cursor::new);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cursor \"" + text.orElseThrow() + "\" is none; take it from \"next\" of the list before", e);
        }
    }

    String text() {
        return behind.toString();
    }
}
