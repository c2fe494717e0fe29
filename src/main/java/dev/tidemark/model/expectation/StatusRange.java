package dev.tidemark.model.expectation;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Consecutive HTTP status codes, both ends included. */
public record StatusRange(int from, int to) {

    private static final int SMALLEST = 100;
    private static final int LARGEST = 599;
    private static final int CLASS_SIZE = 100;
    private static final Pattern CLASS = Pattern.compile("([1-5])[xX]{2}");
    private static final Pattern CODES = Pattern.compile("(\\d{3})(?:\\s*-\\s*(\\d{3}))?");

    public StatusRange {
        if (from < SMALLEST || to > LARGEST) {
            throw new InvalidValueException("validation.status.range", from < SMALLEST ? from : to);
        }
        if (from > to) {
            throw new InvalidValueException("validation.status.order", from, to);
        }
    }

    /** Reads {@code 200}, {@code 2xx} or {@code 200-299}. */
    public static StatusRange parse(String text) {
        Matcher ofClass = CLASS.matcher(text.strip());
        if (ofClass.matches()) {
            int first = Integer.parseInt(ofClass.group(1)) * CLASS_SIZE;
            return new StatusRange(first, first + CLASS_SIZE - 1);
        }
        Matcher codes = CODES.matcher(text.strip());
        if (!codes.matches()) {
            throw new InvalidValueException("validation.status.invalid", text);
        }
        int from = Integer.parseInt(codes.group(1));
        return new StatusRange(from, codes.group(2) == null ? from : Integer.parseInt(codes.group(2)));
    }

    boolean contains(int code) {
        return code >= from && code <= to;
    }

    /** The shortest form that {@link #parse} reads. */
    @Override
    public String toString() {
        if (from == to) {
            return String.valueOf(from);
        }
        boolean ofClass = from % CLASS_SIZE == 0 && to == from + CLASS_SIZE - 1;
        return ofClass ? from / CLASS_SIZE + "xx" : from + "-" + to;
    }
}
