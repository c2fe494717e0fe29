package dev.tidemark.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands of the manual that tests run: a block that begins with <code>```sh test MACHINE</code>.
 *
 * @param machine the machine or situation that it is for; blank for the machine of the running server
 */
public record ManualBlock(String machine, String commands) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh test *([\\w-]*)\\n(.*?)^```$");

    /** All of a page, in its order. */
    public static List<ManualBlock> of(String page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("src/site/markdown", page)));
        return block.results()
                .map(found -> new ManualBlock(found.group(1), found.group(2)))
                .toList();
    }

    /** Those for one machine. */
    public static List<ManualBlock> of(String page, String machine) throws IOException {
        return of(page).stream().filter(block -> block.machine.equals(machine)).toList();
    }
}
