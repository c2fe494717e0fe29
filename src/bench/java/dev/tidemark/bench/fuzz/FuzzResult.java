package dev.tidemark.bench.fuzz;

import dev.tidemark.fuzz.FuzzTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fuzzer says at its end.
 *
 * @param branches reached in the parser and its libraries
 * @param inputs each of which reaches something that the others do not
 * @param findings the inputs that showed a fault
 */
record FuzzResult(FuzzTarget target, long executions, int branches, int inputs, List<Path> findings) {

    /** https://llvm.org/docs/LibFuzzer.html#output */
    private static final Pattern STATUS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: \\d+ corp: (\\d+)/.*");

    static FuzzResult of(FuzzTarget target, List<String> output, List<Path> findings) {
        long executions = 0;
        int branches = 0;
        int inputs = 0;
        for (String line : output) {
            Matcher status = STATUS.matcher(line);
            if (status.matches()) {
                executions = Long.parseLong(status.group(1));
                branches = Integer.parseInt(status.group(2));
                inputs = Integer.parseInt(status.group(3));
            }
        }
        if (executions == 0) {
            throw new IllegalStateException("The fuzzer did not start: " + String.join("\n", output));
        }
        return new FuzzResult(target, executions, branches, inputs, findings);
    }

    String row() {
        return "| %s | %,d | %,d | %,d | %s |"
                .formatted(
                        target.folder(),
                        executions,
                        branches,
                        inputs,
                        findings.isEmpty() ? "0" : "**" + findings.size() + "**");
    }
}
