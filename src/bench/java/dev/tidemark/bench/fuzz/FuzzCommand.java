package dev.tidemark.bench.fuzz;

import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.fuzz.FuzzTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fuzzes the parsers and updates the page of the manual: {@code mvn -Pfuzz}. Arguments: the targets by name (default: all).
 * {@code -Dtidemark.fuzz.seconds=600} takes ten minutes for each instead of one.
 */
public final class FuzzCommand {

    private static final Path PAGE = Path.of("src/site/markdown/contributing/fuzzing.md");
    private static final int SECONDS = Integer.getInteger("tidemark.fuzz.seconds", 60);

    private FuzzCommand() {}

    /** Ends with status 1 if there is a finding. */
    public static void main(String[] arguments) throws Exception {
        List<FuzzTarget> targets = new ArrayList<>();
        for (String name : arguments) {
            targets.add(FuzzTarget.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        List<FuzzResult> results = new ArrayList<>();
        for (FuzzTarget target : targets.isEmpty() ? List.of(FuzzTarget.values()) : targets) {
            FuzzResult result = new Fuzzer(target, SECONDS).run();
            System.out.println(result);
            results.add(result);
        }
        boolean whole = targets.isEmpty();
        if (whole) {
            Files.writeString(PAGE, page(results));
        }
        System.exit(results.stream().allMatch(result -> result.findings().isEmpty()) ? 0 : 1);
    }

    private static String page(List<FuzzResult> results) {
        return """
                # Fuzzing

                Written by `mvn -Pfuzz`, %s; %d s for each parser. [Jazzer](https://github.com/CodeIntelligenceTesting/jazzer) changes inputs so that they
                reach more branches of the parser and of the libraries that read YAML and JSON. A finding is an exception other than the product's own validation
                errors, an overflow of the stack, a heap above %d MB, an input that takes %d s, or a text that is different after it has been written and
                read again.

                | parser | executions | branches covered | inputs kept | findings |
                |---|---:|---:|---:|---:|
                %s

                * The targets are the constants of `FuzzTarget`. Their first inputs, and each input in which a fault was found, are in
                  `src/test/resources/dev/tidemark/fuzz`; `FuzzRegressionTest` repeats them in every build.
                * `-Dexec.args="yaml cron"` fuzzes these only, `-Dtidemark.fuzz.seconds=600` for ten minutes each. The inputs kept are in `target/fuzz` and are where the
                  next run starts.
                * After a finding: copy the file that the command names into the folder of its target, which makes `FuzzRegressionTest` fail, and fix the parser.
                """.formatted(
                        BenchEnvironment.now(),
                        SECONDS,
                        Fuzzer.HEAP_MEGABYTES,
                        Fuzzer.HANG_SECONDS,
                        String.join("\n", results.stream().map(FuzzResult::row).toList()));
    }
}
