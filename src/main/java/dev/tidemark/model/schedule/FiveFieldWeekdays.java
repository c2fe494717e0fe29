package dev.tidemark.model.schedule;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The weekday field of a five-field cron expression, where Sunday is 0 and 7: https://man7.org/linux/man-pages/man5/crontab.5.html */
final class FiveFieldWeekdays {

    private static final List<String> NAMES = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern SPECIAL = Pattern.compile("([0-7]|[A-Z]{3,})(L|#[1-5])");
    private static final Pattern PART =
            Pattern.compile("(?:\\*|([0-7]|[A-Z]{3,})(?:-([0-7]|[A-Z]{3,}))?)(?:/([1-7]))?");

    private FiveFieldWeekdays() {}

    /** The comma-separated names of the days, also such as {@code FRI#3} and {@code FRIL}; {@code *} for every day. */
    static String named(String field) {
        if (field.equals("?")) {
            return "*";
        }
        SortedSet<Integer> days = new TreeSet<>();
        List<String> specials = new ArrayList<>();
        for (String part : field.toUpperCase(Locale.ROOT).split(",", -1)) {
            Matcher special = SPECIAL.matcher(part);
            if (part.equals("L")) {
                specials.add(part);
            } else if (special.matches()) {
                specials.add(NAMES.get(day(special.group(1)) % NAMES.size()) + special.group(2));
            } else {
                add(part, days);
            }
        }
        return days.size() == NAMES.size()
                ? "*"
                : Stream.concat(days.stream().map(NAMES::get), specials.stream())
                        .collect(Collectors.joining(","));
    }

    private static void add(String part, SortedSet<Integer> days) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new InvalidValueException("validation.cron.weekday");
        }
        int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        int from = matcher.group(1) == null ? 0 : day(matcher.group(1));
        int single = matcher.group(3) == null ? from : NAMES.size() - 1;
        int to =
                matcher.group(1) == null ? NAMES.size() - 1 : matcher.group(2) == null ? single : day(matcher.group(2));
        for (int day = from; day <= (to < from ? to + NAMES.size() : to); day += step) {
            days.add(day % NAMES.size());
        }
    }

    private static int day(String text) {
        if (text.length() == 1) {
            return text.charAt(0) - '0';
        }
        int day = CronField.DAY_OF_WEEK.numberOf(text);
        if (day < 0) {
            throw new InvalidValueException("validation.cron.weekday");
        }
        return day - 1;
    }
}
