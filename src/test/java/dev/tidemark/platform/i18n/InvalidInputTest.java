package dev.tidemark.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** All messages about invalid input come from the bundle, so that they can be translated. */
class InvalidInputTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "tidemark");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern MESSAGE = Pattern.compile(
            "(?:[fF]aults\\.add|KeyFaults\\.add|form\\.add|\\b(?:section|probe|query)\\.fault|gathered\\.ignore"
                    + "|new (?:Fault|InvalidValueException|RefusedChangeException|ProblemException|Problem|Problem\\.Error)"
                    + "|Problem\\.of)\\([^;{]*");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile("(?![{\\[]).*\\p{L}{2,}[:;.]? \\p{L}.*");
    private static final Pattern KEY =
            Pattern.compile("\"((?:validation|problem|import|signIn)\\.[A-Za-z.]*[A-Za-z])\"");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String code(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    @Nested
    class GivenACallThatRejectsInput {

        @Test
        void thenItContainsNoSentence() throws IOException {
            List<String> outside = new ArrayList<>();
            for (Path file : files()) {
                for (Matcher call = MESSAGE.matcher(code(file)); call.find(); ) {
                    LITERAL.matcher(call.group())
                            .results()
                            .map(literal -> literal.group(1))
                            .filter(text -> SENTENCE.matcher(text).matches())
                            .forEach(text -> outside.add(file.getFileName() + ": " + text));
                }
            }

            assertThat(outside).isEmpty();
        }

        @Test
        void thenItsKeyIsInTheBundle() throws IOException {
            List<String> unknown = new ArrayList<>();
            for (Path file : files()) {
                KEY.matcher(code(file))
                        .results()
                        .map(key -> key.group(1))
                        .filter(key -> !Messages.ENGLISH.keys().contains(key))
                        .forEach(key -> unknown.add(file.getFileName() + ": " + key));
            }

            assertThat(unknown).isEmpty();
        }
    }

    @Nested
    class GivenAMessageOfTheBundle {

        private static Stream<String> keys() {
            return Messages.ENGLISH.keys().stream().filter(key -> key.matches("(?:validation|problem|import)\\..*"));
        }

        @Test
        void thenItIsAValidPattern() {
            assertThat(keys().filter(key -> Messages.ENGLISH.get(key).matches(".*\\{\\d.*")))
                    .allSatisfy(key -> new MessageFormat(Messages.ENGLISH.get(key), Locale.ROOT));
        }

        /** Titles, names of fields and messages that end with the message of a library or an example have no period. */
        @Test
        void thenItIsAWholeSentence() {
            assertThat(keys().filter(key ->
                                    !key.startsWith("problem.title.") && !key.startsWith("validation.cron.field."))
                            .map(Messages.ENGLISH::get))
                    .allMatch(text -> text.matches("(?s).*(?:[.?)/}]|\\{\\d})"));
        }
    }

    @Nested
    class GivenAnInvalidValue {

        @Test
        void thenTheExceptionCarriesItsMessageForEveryLanguage() {
            InvalidValueException invalid = new InvalidValueException("validation.samples.range", 10);

            assertThat(invalid).hasMessage("samples 10 is out of range. Use 1 to 9.");
            assertThat(InvalidValueException.messageOf(invalid))
                    .isEqualTo(LocalizedMessage.of("validation.samples.range", 10));
        }

        @Test
        void whenALibraryRejectsIt_thenItsMessageIsPassedOn() {
            assertThat(InvalidValueException.messageOf(new IllegalArgumentException("odd")))
                    .hasToString("The value is invalid: odd");
        }
    }
}
