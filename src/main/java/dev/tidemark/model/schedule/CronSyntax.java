package dev.tidemark.model.schedule;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Validates a cron expression with the position of the error, and converts it to the syntax of Quartz. The evaluated libraries
 * report no positions; besides, five-field expressions count weekdays from 0 and Quartz counts from 1.
 */
final class CronSyntax {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Map<String, String> NICKNAMES = new TreeMap<>(Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *"));
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final int DAY_OF_MONTH = 3;
    private static final int MONTH = 4;
    private static final int DAY_OF_WEEK = 5;

    private final String expression;
    private final int second;
    private final List<String> fields = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();

    private CronSyntax(String expression, int second) {
        this.expression = expression;
        this.second = second;
        for (Matcher word = WORD.matcher(withoutNickname(expression)); word.find(); ) {
            fields.add(word.group());
            positions.add(word.start());
        }
    }

    /**
     * The six or seven fields of the expression in the syntax of Quartz.
     *
     * @param second the second of the minute for expressions with five fields
     * @throws InvalidValueException with the error and its position
     */
    static List<String> fields(String expression, int second) {
        CronSyntax syntax = new CronSyntax(expression, second);
        syntax.prepare();
        for (int i = 0; i < syntax.fields.size(); i++) {
            syntax.check(i);
        }
        syntax.replaceUnusedDayField();
        syntax.requireExistingDay();
        return syntax.fields;
    }

    private static String withoutNickname(String expression) {
        String name = expression.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("@") && !NICKNAMES.containsKey(name)) {
            throw new InvalidValueException(
                    "validation.cron.nickname", expression, String.join(", ", NICKNAMES.keySet()));
        }
        return NICKNAMES.getOrDefault(name, expression);
    }

    private void prepare() {
        int count = fields.size();
        if (count < 5 || count > 7) {
            throw new InvalidValueException("validation.cron.fieldCount", expression, count);
        }
        if (count == 5) {
            fields.add(0, String.valueOf(second));
            positions.add(0, 0);
            fields.set(DAY_OF_WEEK, weekdays(fields.get(DAY_OF_WEEK)));
        }
    }

    private String weekdays(String field) {
        try {
            return FiveFieldWeekdays.named(field);
        } catch (InvalidValueException wrong) {
            throw invalidPart(positions.get(DAY_OF_WEEK), field, wrong.localizedMessage());
        }
    }

    private void check(int index) {
        CronField field = CronField.values()[index];
        String[] parts = fields.get(index).split(",", -1);
        int position = positions.get(index);
        for (String part : parts) {
            Optional<LocalizedMessage> error = field.error(part, parts.length == 1);
            if (error.isPresent()) {
                throw invalidPart(position, part, error.get());
            }
            position += part.length() + 1;
        }
    }

    /** Quartz does not support "day of month or weekday": one of the two fields must be a question mark. */
    private void replaceUnusedDayField() {
        String day = fields.get(DAY_OF_MONTH);
        String weekday = fields.get(DAY_OF_WEEK);
        if (weekday.equals("*") && !day.equals("?")) {
            fields.set(DAY_OF_WEEK, "?");
        } else if (day.equals("*") && !weekday.equals("?")) {
            fields.set(DAY_OF_MONTH, "?");
        } else if (day.equals("?") == weekday.equals("?")) {
            throw invalidPart(positions.get(DAY_OF_WEEK), weekday, LocalizedMessage.of("validation.cron.twoDays", day));
        }
    }

    private void requireExistingDay() {
        if (new CronPattern(fields).from(FIRST_DAY.atStartOfDay()).isEmpty()) {
            int field = fields.get(DAY_OF_MONTH).equals("?") ? DAY_OF_WEEK : DAY_OF_MONTH;
            throw invalidPart(
                    positions.get(field),
                    fields.get(field),
                    LocalizedMessage.of("validation.cron.noSuchDay", fields.get(MONTH)));
        }
    }

    private InvalidValueException invalidPart(int position, String part, LocalizedMessage error) {
        return new InvalidValueException("validation.cron.part", expression, position + 1, part, error);
    }
}
