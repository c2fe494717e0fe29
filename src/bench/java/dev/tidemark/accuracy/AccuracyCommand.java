package dev.tidemark.accuracy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * How right is it? Loads each fixture page once, lets the collector and the reference look at the very same load, prints
 * where they differ and the table of agreement, and puts it into the manual. Arguments: parts of page names; none is all.
 */
public final class AccuracyCommand {

    private AccuracyCommand() {}

    public static void main(String[] names) throws IOException, InterruptedException {
        List<Fixture> fixtures = Fixture.all().stream()
                .filter(fixture -> names.length == 0 || Stream.of(names).anyMatch(fixture.path()::contains))
                .toList();
        ReferenceScript reference = ReferenceScript.fetched();
        List<Comparison> comparisons = SamePageLoads.compare(fixtures, reference);
        List<String> faults = comparisons.stream()
                .flatMap(one -> one.faults().stream())
                .sorted()
                .toList();
        String table = Table.of(comparisons);
        faults.forEach(System.out::println);
        System.out.println(table);
        if (names.length == 0) {
            AccuracyReport.write(table, faults, comparisons.size(), reference.name());
        }
    }
}
