package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a URL must be: {@code *} stands for any characters, also for none. A fragment is compared only if the pattern has
 * one.
 */
public record ExpectedUrl(String text) {

    private static final int MAX_LENGTH = 2_000;

    public ExpectedUrl {
        boolean begins = text.startsWith("http://") || text.startsWith("https://") || text.startsWith("*");
        if (!begins || text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isWhitespace)) {
            throw new InvalidValueException("validation.expect.url", text);
        }
    }

    public static boolean isExact(String text) {
        return text.indexOf('*') < 0;
    }

    public boolean matches(String url) {
        String compared = text.indexOf('#') < 0 ? url.replaceFirst("#.*", "") : url;
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(compared).matches();
    }
}
