package dev.tidemark.prober.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inputs whose value has a form of its own, and when two texts are the same value
 * (<a href="https://html.spec.whatwg.org/multipage/input.html#states-of-the-type-attribute">HTML</a>).
 */
enum ValueForm {
    DATE("2026-11-30", ValueForm::date),
    TIME("14:30", ValueForm::time),
    DATETIME_LOCAL("2026-11-30T14:30", ValueForm::dateTime),
    MONTH("2026-11", ValueForm::month),
    WEEK("2026-W48", ValueForm::week),
    COLOR("#1a2b3c", ValueForm::color),
    RANGE("12.5", ValueForm::number),
    NUMBER("12.5", ValueForm::number);

    private static final Pattern DAY = Pattern.compile("(\\d{4,})-(\\d{2})-(\\d{2})");
    private static final Pattern CLOCK = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4,})-(0[1-9]|1[0-2])");
    private static final Pattern YEAR_AND_WEEK = Pattern.compile("\\d{4,}-W(0[1-9]|[1-4]\\d|5[0-3])");
    private static final Pattern RGB = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private final String example;
    private final Function<String, Optional<Object>> parser;

    ValueForm(String example, Function<String, Optional<Object>> parser) {
        this.example = example;
        this.parser = parser;
    }

    /** The form of an input type; empty for types that take any text. */
    static Optional<ValueForm> of(String inputType) {
        for (ValueForm form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(inputType)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    String example() {
        return example;
    }

    /** Whether the field is filled by typing, as a person does. */
    boolean isTyped() {
        return this == NUMBER;
    }

    /** Empty clears a field; a range and a color always have a value. */
    boolean accepts(String text) {
        return text.isBlank()
                ? this != RANGE && this != COLOR
                : parser.apply(text.strip()).isPresent();
    }

    /** The text as the browser expects it. */
    String written(String text) {
        String plain = text.strip();
        return switch (this) {
            case DATETIME_LOCAL -> plain.replace(' ', 'T');
            case COLOR -> plain.toLowerCase(Locale.ROOT);
            default -> plain;
        };
    }

    boolean isSame(String given, String held) {
        return given.isBlank() || held.isBlank()
                ? given.isBlank() && held.isBlank()
                : parser.apply(given.strip()).equals(parser.apply(held));
    }

    private static Optional<Object> date(String text) {
        Matcher day = DAY.matcher(text);
        try {
            return day.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Object> time(String text) {
        try {
            return CLOCK.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Object> dateTime(String text) {
        int gap = Math.max(text.indexOf('T'), text.indexOf(' '));
        return gap < 0
                ? Optional.empty()
                : date(text.substring(0, gap))
                        .flatMap(day -> time(text.substring(gap + 1)).map(time -> day + "T" + time));
    }

    private static Optional<Object> month(String text) {
        Matcher month = YEAR_AND_MONTH.matcher(text);
        return month.matches() && month.group(1).length() <= 6
                ? Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))))
                : Optional.empty();
    }

    private static Optional<Object> week(String text) {
        return Optional.<Object>of(text)
                .filter(week -> YEAR_AND_WEEK.matcher(text).matches());
    }

    private static Optional<Object> color(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Optional.<Object>of(lower).filter(color -> RGB.matcher(lower).matches());
    }

    private static Optional<Object> number(String text) {
        return DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                : Optional.empty();
    }
}
