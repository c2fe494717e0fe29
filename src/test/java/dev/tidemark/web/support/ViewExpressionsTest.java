package dev.tidemark.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expression Language treats an unknown name as null, so that a page stays empty without an error. */
class ViewExpressionsTest {
    private static final Path VIEWS = Path.of("src", "main", "webapp");
    private static final Pattern EXPRESSION = Pattern.compile("(?s)#\\{((?:'[^']*'|[^'}])*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern ROOT = Pattern.compile("(?<![\\w.'\"])([a-zA-Z_]\\w*)");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:var|varStatus)=\"(\\w+)\"|<ui:param name=\"(\\w+)\"|<c:set var=\"(\\w+)\"");
    private static final Pattern LAMBDA = Pattern.compile("\\b(\\w+)\\s*->");
    /** Names of the language and of Faces, and {@code mailLink}, a request attribute that {@code MailLinkServlet} sets. */
    private static final Set<String> BUILT_IN = Set.of(
            "and",
            "or",
            "not",
            "empty",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "null",
            "true",
            "false",
            "request",
            "facesContext",
            "mailLink",
            "view",
            "param",
            "cc",
            "component");

    private static Set<String> beans() {
        Set<String> names = new HashSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tidemark.web")) {
            if (type.isAnnotatedWith(Named.class)) {
                String name = type.getAnnotationOfType(Named.class).value();
                names.add(name.isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : name);
            }
        }
        return names;
    }

    @Test
    void givenTheViews_whenAnExpressionStartsWithAName_thenItIsABeanOrDeclaredInAView() throws IOException {
        List<Path> views;
        try (Stream<Path> files = Files.walk(VIEWS)) {
            views = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
        Set<String> known = new HashSet<>(beans());
        known.addAll(BUILT_IN);
        for (Path view : views) {
            Matcher declared = DECLARED.matcher(Files.readString(view));
            while (declared.find()) {
                known.add(Stream.of(declared.group(1), declared.group(2), declared.group(3))
                        .filter(name -> name != null)
                        .findFirst()
                        .orElseThrow());
            }
        }

        List<String> unknown = new ArrayList<>();
        for (Path view : views) {
            Matcher expressions = EXPRESSION.matcher(Files.readString(view));
            while (expressions.find()) {
                String code = TEXT.matcher(expressions.group(1)).replaceAll("''");
                Set<String> here = new HashSet<>(known);
                LAMBDA.matcher(code).results().forEach(found -> here.add(found.group(1)));
                ROOT.matcher(code)
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !here.contains(name))
                        .forEach(name -> unknown.add(view.getFileName() + ": " + name));
            }
        }

        assertThat(unknown).isEmpty();
    }
}
