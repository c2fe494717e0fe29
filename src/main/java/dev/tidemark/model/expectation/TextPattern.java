package dev.tidemark.model.expectation;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Optional;

/** A regular expression in the syntax of RE2, whose time is linear in the length of the text for every pattern. */
public record TextPattern(String source) {

    private static final int MAX_LENGTH = 1_000;
    /** Repetitions of repetitions multiply: the time for a text is proportional to this size. */
    private static final int MAX_PROGRAM = 2_000;

    public TextPattern {
        if (source.length() > MAX_LENGTH) {
            throw new InvalidValueException("validation.pattern.tooLong", MAX_LENGTH);
        }
        if (compile(source).programSize() > MAX_PROGRAM) {
            throw new InvalidValueException("validation.pattern.tooComplex", source);
        }
    }

    /** The first match anywhere in the text. */
    public Optional<String> find(String text) {
        Matcher matcher = compile(source).matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return compile(source).matches(text);
    }

    private static Pattern compile(String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException invalid) {
            throw new InvalidValueException("validation.pattern.invalid", source, invalid.getDescription());
        }
    }
}
