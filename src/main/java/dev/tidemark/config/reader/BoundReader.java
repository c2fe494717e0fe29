package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.NearestName;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.probe.BaselineWindow;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the threshold of a limit: {@code max}, {@code min}, or a difference from a baseline. */
final class BoundReader {

    private static final List<String> BOUNDS = List.of("max", "min", "maxIncrease", "maxDecrease");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*%?");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([a-zA-Z%]*)");

    private final ValidationErrors errors;

    BoundReader(ValidationErrors errors) {
        this.errors = errors;
    }

    /**
     * @param metric if known; the unit of {@code atLeast} must match
     */
    Optional<Bound> read(MappingReader section, Optional<Metric> metric) {
        List<String> given = BOUNDS.stream().filter(section::has).toList();
        boolean relative = given.stream().anyMatch(key -> key.length() > "max".length());
        Optional<Double> atLeast = section.parsed("atLeast", text -> amount(text, metric));
        Optional<BaselineWindow> baseline = baseline(section);
        if (given.size() != 1) {
            errors.add(
                    section.place(),
                    given.isEmpty()
                            ? LocalizedMessage.of("validation.budget.noThreshold")
                            : LocalizedMessage.of("validation.budget.exclusiveKeys", String.join(", ", given)));
            return Optional.empty();
        }
        if (!relative) {
            rejectRelativeKeys(section);
            return fixed(section, given.get(0));
        }
        Optional<Double> percent = section.parsed(given.get(0), text -> percent(given.get(0), text));
        return percent.flatMap(number -> baseline.map(unit -> given.get(0).equals("maxIncrease")
                ? new Bound.Increase(number, atLeast.orElse(0.0), unit)
                : new Bound.Decrease(number, atLeast.orElse(0.0), unit)));
    }

    private static Optional<Bound> fixed(MappingReader section, String key) {
        Optional<Double> value = section.number(key).filter(number -> number >= 0);
        if (value.isEmpty()) {
            section.addError(key, LocalizedMessage.of("validation.threshold.negative", key));
        }
        return value.map(number -> key.equals("max") ? new Bound.Max(number) : new Bound.Min(number));
    }

    private Optional<BaselineWindow> baseline(MappingReader section) {
        Optional<BaselineWindow.BaselineUnit> kind = section.parsed("against", BoundReader::kind);
        Optional<Integer> days = section.integer("days");
        if (section.has("against") && kind.isEmpty() || section.has("days") && days.isEmpty()) {
            return Optional.empty();
        }
        BaselineWindow.BaselineUnit unit = kind.orElse(BaselineWindow.BaselineUnit.SAME_HOUR);
        return errors.tryCreate(
                section.placeOf("days"), () -> new BaselineWindow(unit, days.orElse(unit.defaultDays())));
    }

    private static void rejectRelativeKeys(MappingReader section) {
        for (String key : List.of("atLeast", "against", "days")) {
            if (section.has(key)) {
                section.addError(key, LocalizedMessage.of("validation.budget.relativeKey", key));
            }
        }
    }

    private static BaselineWindow.BaselineUnit kind(String label) {
        List<String> labels = Arrays.stream(BaselineWindow.BaselineUnit.values())
                .map(BaselineWindow.BaselineUnit::label)
                .toList();
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new InvalidValueException("validation.against.unknown", label, NearestName.hint(label, labels));
        }
        return BaselineWindow.BaselineUnit.values()[index];
    }

    private static double percent(String key, String text) {
        Matcher percent = PERCENT.matcher(text.strip());
        if (!percent.matches()) {
            throw new InvalidValueException("validation.percentage.invalid", key, text);
        }
        return Double.parseDouble(percent.group(1));
    }

    /** Parses {@code 100}, {@code 100 ms}, {@code 0.5 s} or {@code 20 kB} to the unit of the metric. */
    private static double amount(String text, Optional<Metric> metric) {
        Matcher amount = AMOUNT.matcher(text.strip());
        Unit unit = metric.map(Metric::unit).orElse(Unit.RATIO);
        double factor = amount.matches() ? factor(amount.group(2), unit) : 0;
        if (factor == 0) {
            String symbol = unit == Unit.COUNT ? "" : " " + unit.symbol();
            throw new InvalidValueException("validation.atLeast.invalid", text, symbol.stripTrailing());
        }
        return Double.parseDouble(amount.group(1)) * factor;
    }

    private static double factor(String word, Unit unit) {
        if (word.isEmpty() || word.equals(unit.symbol())) {
            return 1;
        }
        return switch (unit) {
            case MILLISECONDS -> word.equals("s") ? 1_000 : 0;
            case BYTES -> word.equalsIgnoreCase("kB") ? 1_000 : word.equals("MB") ? 1_000_000 : 0;
            default -> 0;
        };
    }
}
