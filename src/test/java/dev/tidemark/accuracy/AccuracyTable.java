package dev.tidemark.accuracy;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The agreement of many loads as a Markdown table, one line for each metric. */
final class AccuracyTable {

    private static final String HEAD = """
            | metric | pages | largest difference | on page | allowed | within |
            |---|---:|---:|---|---|---:|
            """;

    private AccuracyTable() {}

    static String of(List<Comparison> comparisons) {
        StringBuilder table = new StringBuilder(HEAD);
        Tolerance.ALL.forEach(agreement -> table.append(line(agreement, comparisons)));
        long same = comparisons.stream().filter(Comparison::sameElement).count();
        table.append(
                String.format(Locale.ROOT, "| LCP element | %d | | | the same | %d |%n", comparisons.size(), same));
        return table.toString();
    }

    private static String line(Tolerance agreement, List<Comparison> comparisons) {
        List<Comparison> both = comparisons.stream()
                .filter(one -> one.difference(agreement.metric()).isPresent())
                .toList();
        Stream<Comparison> ordered = both.stream()
                .sorted((a, b) -> Double.compare(
                        b.difference(agreement.metric()).orElse(0),
                        a.difference(agreement.metric()).orElse(0)));
        Comparison worst = ordered.findFirst().orElse(null);
        long within = both.stream().filter(one -> one.agrees(agreement)).count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %d |%n",
                agreement.metric(),
                both.size(),
                worst == null ? "" : value(worst.difference(agreement.metric())),
                worst == null ? "" : worst.page(),
                agreement.allowed(),
                within);
    }

    static String value(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "absent";
    }

    static String number(double value) {
        return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
