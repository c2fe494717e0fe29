package dev.tidemark.storage.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Spools results until the first one is lost, then makes room and continues, and prints what is left after each step. */
final class SpoolCommand {

    private static final int MANY = 10_000;

    private SpoolCommand() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve("spool");
        ResultSpool spool = new ResultSpool(folder, ResultSpool.MAX_BYTES);
        int kept = 0;
        while (kept < MANY && spool.add(ResultSpoolTest.result(kept))) {
            kept++;
        }
        List<SpooledResult> all = read(spool);
        System.out.println("lost the first one after as many as can be read: " + (all.size() == kept && kept < MANY));
        System.out.println("with artifacts at first, without at last: " + hasArtifacts(all.get(0)) + " "
                + hasArtifacts(all.get(kept - 1)));
        System.out.println("on disk after a restart: all but "
                + (kept - read(new ResultSpool(folder, ResultSpool.MAX_BYTES)).size()));
        System.out.println("other files: " + otherFiles(folder));
        all.forEach(spool::remove);
        System.out.println("accepted when there is room again: " + spool.add(ResultSpoolTest.result(MANY)));
        System.out.println("on disk then: "
                + read(new ResultSpool(folder, ResultSpool.MAX_BYTES)).size());
    }

    private static List<SpooledResult> read(ResultSpool spool) {
        return spool.names().stream().flatMap(name -> spool.find(name).stream()).toList();
    }

    private static boolean hasArtifacts(SpooledResult one) {
        return !one.result().samples().get(0).artifacts().isEmpty();
    }

    private static long otherFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".result")).count();
        }
    }
}
