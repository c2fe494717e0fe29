package dev.tidemark.history;

import dev.tidemark.observation.RunId;

/** Where a list goes on: behind this run. The run's id says it all, as it carries the planned instant. */
public record Cursor(RunId behind) {
    public static Cursor parse(String text) {
        try {
            return new Cursor(RunId.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cursor \"" + text + "\" is none; take it from \"next\" of the list before", e);
        }
    }

    public String text() {
        return behind.toString();
    }
}
