package dev.tidemark.config.catalog;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.text.StrictText;
import dev.tidemark.platform.text.UndecodableTextException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The probes directory with its YAML and JSON files, also in subdirectories.
 *
 * @param variables the values of {@code ${NAME}}
 */
record ProbeFolder(Path directory, VariableSubstitution variables) {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_BYTES = 2_000_000;

    /** The time and size of each file, by path relative to the directory. */
    SortedMap<String, String> stamps() throws IOException {
        SortedMap<String, String> stamps = new TreeMap<>();
        try (Stream<Path> paths = Files.find(directory, MAX_DEPTH, ProbeFolder::isDefinition)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String stamp = Files.getLastModifiedTime(path) + " " + Files.size(path);
                stamps.put(directory.relativize(path).toString().replace('\\', '/'), stamp);
            }
        } catch (UncheckedIOException walking) {
            throw walking.getCause();
        }
        return stamps;
    }

    ParsedDefinitions read(String file) {
        String source = directory.getFileName() + "/" + file;
        try {
            byte[] bytes = Files.readAllBytes(directory.resolve(file));
            return bytes.length > MAX_BYTES
                    ? invalid(source, LocalizedMessage.of("validation.file.tooLarge", MAX_BYTES / 1_000_000))
                    : DefinitionReader.read(source, StrictText.decode(bytes), TextSyntax.ofFileName(file), variables);
        } catch (UndecodableTextException wrong) {
            return invalid(new SourceLocation(source, wrong.line(), ""), wrong.localizedMessage());
        } catch (IOException failed) {
            return invalid(source, LocalizedMessage.of("validation.file.unreadable", String.valueOf(failed)));
        }
    }

    private static ParsedDefinitions invalid(String source, LocalizedMessage detail) {
        return invalid(new SourceLocation(source, 0, ""), detail);
    }

    private static ParsedDefinitions invalid(SourceLocation place, LocalizedMessage detail) {
        return new ParsedDefinitions(List.of(), List.of(new ValidationError(place, detail)));
    }

    private static boolean isDefinition(Path path, BasicFileAttributes attributes) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean json = name.endsWith(".json") && !name.endsWith(".schema.json");
        return (json || name.endsWith(".yaml") || name.endsWith(".yml"))
                && !name.startsWith(".")
                && !attributes.isDirectory();
    }
}
