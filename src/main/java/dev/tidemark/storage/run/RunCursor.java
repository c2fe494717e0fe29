package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** Where a list goes on: last this run. The run's id says it all, as it carries the planned instant. */
public record RunCursor(RunId last) {
    public static RunCursor parse(String text) {
        try {
            return new RunCursor(RunId.parse(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(LocalizedMessage.of("validation.cursor.invalid", text), e);
        }
    }

    public String text() {
        return last.toString();
    }
}
