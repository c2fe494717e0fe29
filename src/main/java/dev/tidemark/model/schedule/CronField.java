package dev.tidemark.model.schedule;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The grammar of the fields of a Quartz cron expression:
 * https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html
 */
enum CronField {
    SECOND(0, 59, List.of()),
    MINUTE(0, 59, List.of()),
    HOUR(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(1, 12, Arrays.stream(Month.values()).map(Month::name).toList()),
    DAY_OF_WEEK(
            1,
            7,
            Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                    .limit(7)
                    .map(DayOfWeek::name)
                    .toList()),
    YEAR(1970, 2099, List.of());

    private static final Pattern PART = Pattern.compile("(?=.)(?:\\*|(\\w+)(?:-(\\w+))?)?(?:/(\\d{1,4}))?");
    private static final Pattern SPECIAL_DAY = Pattern.compile("L(-([0-9]|[12]\\d|30))?W?|([1-9]|[12]\\d|3[01])W");
    private static final Pattern SPECIAL_WEEKDAY = Pattern.compile("L|(\\w+)(L|#[1-5])");
    private static final int SHORTEST_NAME = 3;

    private final int lowest;
    private final int highest;
    private final List<String> names;

    CronField(int lowest, int highest, List<String> names) {
        this.lowest = lowest;
        this.highest = highest;
        this.names = names;
    }

    /**
     * The error in one comma-separated part; empty when it is valid.
     *
     * @param alone whether the field has no other part
     */
    Optional<LocalizedMessage> error(String given, boolean alone) {
        String part = given.toUpperCase(Locale.ROOT);
        if (isSpecial(part) || alone && isUnspecified(part)) {
            return Optional.empty();
        }
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            return message("validation.cron.syntax", lowest, lowest + 1);
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from != null && !isValue(from) || to != null && !isValue(to)) {
            return message("validation.cron.range", lowest, highest);
        }
        if (to != null && this == YEAR && numberOf(to) < numberOf(from)) {
            return message("validation.cron.years");
        }
        int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        return step < 1 || step > highest ? message("validation.cron.step", highest) : Optional.empty();
    }

    /** The values of a valid field; parts such as {@code L} or {@code FRI#3}, which depend on the month, have none. */
    BitSet values(String field) {
        BitSet values = new BitSet();
        for (String given : field.toUpperCase(Locale.ROOT).split(",")) {
            Matcher part = PART.matcher(given);
            if (isUnspecified(given)) {
                values.set(lowest, highest + 1);
            } else if (!isSpecial(given) && part.matches()) {
                add(part, values);
            }
        }
        return values;
    }

    /** A number or a name of at least three letters; -1 when it is neither. */
    int numberOf(String text) {
        if (text.matches("\\d{1,4}")) {
            return Integer.parseInt(text);
        }
        for (int i = 0; i < names.size() && text.length() >= SHORTEST_NAME; i++) {
            if (names.get(i).startsWith(text)) {
                return lowest + i;
            }
        }
        return -1;
    }

    /** Adds a range; one that ends before it starts continues at the lowest value. */
    private void add(Matcher part, BitSet values) {
        int size = highest - lowest + 1;
        int step = part.group(3) == null ? 1 : Integer.parseInt(part.group(3));
        int from = part.group(1) == null ? lowest : numberOf(part.group(1));
        boolean single = part.group(1) != null && part.group(2) == null && part.group(3) == null;
        int to = part.group(2) != null ? numberOf(part.group(2)) : single ? from : highest;
        for (int value = from; value <= (to < from ? to + size : to); value += step) {
            values.set(lowest + (value - lowest) % size);
        }
    }

    private Optional<LocalizedMessage> message(String key, Object... parts) {
        List<Object> all = new ArrayList<>(List.of(LocalizedMessage.of("validation.cron.field." + name())));
        all.addAll(List.of(parts));
        return Optional.of(new LocalizedMessage(key, all));
    }

    private boolean isUnspecified(String part) {
        return part.equals("?") && (this == DAY_OF_MONTH || this == DAY_OF_WEEK);
    }

    private boolean isSpecial(String part) {
        return switch (this) {
            case DAY_OF_MONTH -> SPECIAL_DAY.matcher(part).matches();
            case DAY_OF_WEEK -> isSpecialWeekday(part);
            default -> false;
        };
    }

    private boolean isSpecialWeekday(String part) {
        Matcher matcher = SPECIAL_WEEKDAY.matcher(part);
        return matcher.matches() && (matcher.group(1) == null || isValue(matcher.group(1)));
    }

    private boolean isValue(String text) {
        int value = numberOf(text);
        return value >= lowest && value <= highest;
    }
}
