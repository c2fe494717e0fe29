package dev.tidemark.model.metric;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prefix of a metric code whose scope is not the first view of the whole page. */
final class MetricScope {

    static final String REPEAT = "REPEAT:";

    private static final Pattern STEP = Pattern.compile("STEP:([1-9]\\d?):.*");

    private MetricScope() {}

    static String step(int n) {
        if (n < 1 || n > 99) {
            throw new InvalidValueException("validation.step.range", n);
        }
        return "STEP:" + n + ":";
    }

    static String without(String code) {
        if (code.startsWith(REPEAT)) {
            return code.substring(REPEAT.length());
        }
        OptionalInt step = stepOf(code);
        return step.isPresent() ? code.substring(step(step.getAsInt()).length()) : code;
    }

    static OptionalInt stepOf(String code) {
        Matcher step = STEP.matcher(code);
        return code.startsWith("STEP:") && step.matches()
                ? OptionalInt.of(Integer.parseInt(step.group(1)))
                : OptionalInt.empty();
    }

    /** The name with what it is about: "Duration, step 2"; the name alone for the first view. */
    static LocalizedMessage title(String code, LocalizedMessage name) {
        OptionalInt step = stepOf(code);
        if (step.isPresent()) {
            return LocalizedMessage.of("metric.scope.step", name, step.getAsInt());
        }
        return code.startsWith(REPEAT) ? LocalizedMessage.of("metric.scope.repeatView", name) : name;
    }
}
