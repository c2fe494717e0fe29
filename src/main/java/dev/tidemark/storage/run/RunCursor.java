package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;

/** Where a list goes on: behind this run. The run's id says it all, as it carries the planned instant. */
public record RunCursor(RunId behind) {
    public static RunCursor parse(String text) {
        try {
            return new RunCursor(RunId.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cursor \"" + text + "\" is none; take it from \"next\" of the list before", e);
        }
    }

    public String text() {
        return behind.toString();
    }
}
