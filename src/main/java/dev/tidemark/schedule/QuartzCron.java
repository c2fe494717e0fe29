package dev.tidemark.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns a cron expression of five fields into Quartz's form, which has seconds in front, wants {@code ?} in one of the two
 * day fields and counts Sunday as 1 instead of 0 or 7. Six and seven fields are Quartz's already.
 */
final class QuartzCron {

    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;
    private static final int CLASSIC_FIELDS = 5;

    private QuartzCron() {}

    /** @param second which second of the minute a five-field expression means */
    static String of(String expression, int second) {
        List<String> fields = new ArrayList<>(Arrays.asList(expression.trim().split("\\s+")));
        if (fields.size() != CLASSIC_FIELDS) {
            return expression.trim();
        }
        fields.set(DAY_OF_WEEK, daysOfWeek(fields.get(DAY_OF_WEEK)));
        boolean anyWeekday = fields.get(DAY_OF_WEEK).equals("*");
        fields.set(anyWeekday ? DAY_OF_WEEK : DAY_OF_MONTH, "?");
        return second + " " + String.join(" ", fields);
    }

    private static String daysOfWeek(String field) {
        return Arrays.stream(field.split(",")).map(QuartzCron::dayPart).collect(Collectors.joining(","));
    }

    /** Ranges become lists, because a range that ends on Sunday as 7 would run backwards in Quartz's count. */
    private static String dayPart(String part) {
        String[] rangeAndStep = part.split("/", 2);
        if (!rangeAndStep[0].matches("[0-7](-[0-7])?")) {
            return part;
        }
        String[] ends = rangeAndStep[0].split("-");
        int first = Integer.parseInt(ends[0]);
        int last = ends.length > 1 ? Integer.parseInt(ends[1]) : rangeAndStep.length > 1 ? 6 : first;
        int step = rangeAndStep.length > 1 ? Integer.parseInt(rangeAndStep[1]) : 1;
        List<String> days = new ArrayList<>();
        for (int day = first; day <= last; day += step) {
            days.add(String.valueOf(day % 7 + 1));
        }
        return String.join(",", days);
    }
}
