package dev.tidemark.accuracy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures accuracy: loads each fixture page once, measures the same load with the collector and with the reference, prints
 * the differences and the accuracy table, and writes the table to the manual. Arguments: parts of page names; default: all.
 */
public final class AccuracyCommand {

    private AccuracyCommand() {}

    public static void main(String[] names) throws IOException, InterruptedException {
        List<Fixture> fixtures = Fixture.all().stream()
                .filter(fixture -> names.length == 0 || Stream.of(names).anyMatch(fixture.path()::contains))
                .toList();
        ReferenceScript reference = ReferenceScript.fetched();
        List<Comparison> comparisons = ComparedLoads.compare(fixtures, reference);
        List<String> faults = comparisons.stream()
                .flatMap(one -> one.faults().stream())
                .sorted()
                .toList();
        String table = AccuracyTable.of(comparisons);
        faults.forEach(System.out::println);
        System.out.println(table);
        if (names.length == 0) {
            AccuracyReport.write(table, faults, comparisons.size(), reference.name());
        }
    }
}
