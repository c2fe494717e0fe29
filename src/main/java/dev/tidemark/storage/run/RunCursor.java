package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** The cursor of a list of runs: the last run of the page before. Its ID contains the planned time. */
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
