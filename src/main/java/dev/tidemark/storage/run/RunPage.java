package dev.tidemark.storage.run;

import java.util.List;
import java.util.Optional;

/** Some runs and the cursor to the next ones, if there are more. */
public record RunPage(List<Run> items, Optional<String> next) {
    public RunPage {
        items = List.copyOf(items);
    }
}
