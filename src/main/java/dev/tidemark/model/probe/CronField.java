package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of the fields of a Quartz cron expression:
 * https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html
 */
enum CronField {
    SECOND(0, 59, List.of()),
    MINUTE(0, 59, List.of()),
    HOUR(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    DAY_OF_WEEK(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
    YEAR(1970, 2099, List.of());

    private static final Pattern PART = Pattern.compile("(\\*|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");
    private static final Pattern SPECIAL_DAY = Pattern.compile("L(-([1-9]|[12]\\d|30))?|LW|([1-9]|[12]\\d|3[01])W");
    private static final Pattern SPECIAL_WEEKDAY = Pattern.compile("L|[1-7](L|#[1-5])");

    private final int lowest;
    private final int highest;
    private final List<String> names;

    CronField(int lowest, int highest, List<String> names) {
        this.lowest = lowest;
        this.highest = highest;
        this.names = names;
    }

    /** The months that the field lists one by one; empty for any other syntax. */
    static List<Integer> months(String field) {
        List<Integer> months = Arrays.stream(field.toUpperCase(Locale.ROOT).split(","))
                .map(part -> MONTH.valueOf(part, -1))
                .toList();
        return months.contains(-1) ? List.of() : months;
    }

    /**
     * The error in one comma-separated part; empty when it is valid.
     *
     * @param alone whether the field has no other part
     */
    Optional<LocalizedMessage> error(String given, boolean alone) {
        String part = given.toUpperCase(Locale.ROOT);
        if (alone && isSpecial(part)) {
            return Optional.empty();
        }
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            return message("validation.cron.syntax", lowest, lowest + 1);
        }
        String from = matcher.group(2);
        String to = matcher.group(3);
        if (from != null && !isValue(from) || to != null && !isValue(to)) {
            return message("validation.cron.range", lowest, highest);
        }
        if (to != null && this == YEAR && valueOf(to, 0) < valueOf(from, 0)) {
            return message("validation.cron.years");
        }
        int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        return step < 1 || step > highest ? message("validation.cron.step", highest) : Optional.empty();
    }

    private Optional<LocalizedMessage> message(String key, Object... parts) {
        List<Object> all = new ArrayList<>(List.of(LocalizedMessage.of("validation.cron.field." + name())));
        all.addAll(List.of(parts));
        return Optional.of(new LocalizedMessage(key, all));
    }

    private boolean isSpecial(String part) {
        return switch (this) {
            case DAY_OF_MONTH -> part.equals("?") || SPECIAL_DAY.matcher(part).matches();
            case DAY_OF_WEEK ->
                part.equals("?") || SPECIAL_WEEKDAY.matcher(part).matches();
            default -> false;
        };
    }

    private boolean isValue(String text) {
        int value = valueOf(text, -1);
        return value >= lowest && value <= highest;
    }

    private int valueOf(String text, int otherwise) {
        if (text.matches("\\d{1,4}")) {
            return Integer.parseInt(text);
        }
        int name = names.indexOf(text);
        return name < 0 ? otherwise : name + (this == MONTH || this == DAY_OF_WEEK ? 1 : 0);
    }
}
