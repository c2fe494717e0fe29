package dev.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers, packages and their dependencies, as {@link PackageRule#TABLE} lists them. */
class ArchitectureTest {
    private static final String ROOT = "dev.tidemark.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tidemark");

    static Stream<PackageRule> rules() {
        return PackageRule.TABLE.stream();
    }

    static Stream<String> libraries() {
        return rules().flatMap(rule -> rule.libraries().stream()).distinct();
    }

    @Nested
    class GivenTheTable {
        @Test
        void whenAllPackagesAreListed_thenEachHasARowAndEachRowAPackage() {
            assertThat(CLASSES.stream().map(ArchitectureTest::packageOf).collect(toSet()))
                    .as("each package needs its row in PackageRule.TABLE")
                    .containsExactlyInAnyOrderElementsOf(
                            rules().map(PackageRule::name).toList());
        }

        @Test
        void whenARowImportsAnother_thenThatRowIsEarlier() {
            List<String> names = rules().map(PackageRule::name).toList();

            assertThat(PackageRule.TABLE).allSatisfy(rule -> assertThat(names.subList(0, names.indexOf(rule.name())))
                    .as("%s may import only earlier rows", rule)
                    .containsAll(rule.mayImport()));
        }

        @Test
        void whenARowImportsAnotherLayer_thenThatLayerIsBelow() {
            assertThat(PackageRule.TABLE).allSatisfy(rule -> assertThat(rule.mayImport().stream()
                            .map(PackageRule::layerOf)
                            .filter(layer -> !layer.equals(rule.layer())))
                    .as("%s may import only layers below its own", rule)
                    .allSatisfy(layer ->
                            assertThat(PackageRule.rankOf(layer)).isLessThan(PackageRule.rankOf(rule.layer()))));
        }
    }

    @Nested
    class GivenTheArchitecturePage {
        private static List<String> rowsOfThePage() throws IOException {
            try (Stream<String> lines = Files.lines(java.nio.file.Path.of("src/site/markdown/architecture.md"))) {
                return lines.filter(line -> line.startsWith("| `")).toList();
            }
        }

        private static String row(PackageRule rule) {
            return "| `" + rule.name() + "` | " + rule.responsibility() + " | " + listed(rule.mayImport()) + " | "
                    + listed(rule.libraries()) + " |";
        }

        private static String listed(Set<String> names) {
            return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        }

        @Test
        void thenItsTableMatchesTheRules() throws IOException {
            assertThat(rowsOfThePage())
                    .containsExactlyElementsOf(
                            rules().map(GivenTheArchitecturePage::row).toList());
        }
    }

    @Nested
    class GivenTheNamesOfTypes {
        @Test
        void thenEachTopLevelTypeHasAUniqueName() {
            Map<String, List<String>> named = CLASSES.stream()
                    .filter(type ->
                            type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                    .collect(Collectors.groupingBy(
                            JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));

            assertThat(named.values()).allSatisfy(types -> assertThat(types).hasSize(1));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenAPackage_whenItImportsAnother_thenTheTableAllowsIt(PackageRule rule) {
        noClasses()
                .that(describe("are in " + rule, type -> packageOf(type).equals(rule.name())))
                .should()
                .dependOnClassesThat(describe(
                        "are in a package that the table does not allow",
                        type -> isOurs(type) && !rule.allows(packageOf(type))))
                .because("dependencies point downwards only; see the table in architecture.md")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void givenALibraryWithAnOwner_whenAPackageImportsIt_thenItIsTheOwner(String library) {
        Set<String> owners = rules().filter(rule -> rule.libraries().contains(library))
                .map(PackageRule::name)
                .collect(toSet());

        noClasses()
                .that(describe("are not in " + owners, type -> !owners.contains(packageOf(type))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .because(library + " is used only by " + owners)
                .check(CLASSES);
    }

    @Nested
    class GivenTimeIsInjected {
        @Test
        void whenAClassReadsTheTime_thenItUsesAClock() {
            noClasses()
                    .that(describe(
                            "are not the clock itself, nor correct that of Quartz, nor belong to the launcher, which has no container",
                            type -> !packageOf(type).equals(PackageRule.LAUNCHER)
                                    && !Set.of("ClusterClock", "DatabaseTimeDelegate")
                                            .contains(type.getSimpleName())))
                    .should()
                    .callMethodWhere(describe("reads the system's time", ArchitectureTest::readsSystemTime))
                    .because("the Clock is injected: a test decides what time it is")
                    .check(CLASSES);
        }
    }

    @Nested
    class GivenAResource {
        @Test
        void thenItHasAPublicConstructorWithoutArguments() {
            assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path")))
                    .as(
                            "RESTEasy looks for it even where CDI makes the object with another one; without it the whole WAR does not deploy")
                    .allSatisfy(resource -> assertThat(resource.reflect().getConstructors())
                            .anyMatch(constructor -> constructor.getParameterCount() == 0));
        }

        @Test
        void thenNoPathIsHiddenByAnotherResource() {
            List<Class<?>> resources = CLASSES.stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();
            assertThat(resources)
                    .as("of two classes RESTEasy asks only the one whose own path is the longer match")
                    .allSatisfy(one -> assertThat(resources.stream()
                                    .filter(other -> other != one)
                                    .flatMap(ArchitectureTest::addresses))
                            .doesNotContain(one.getAnnotation(Path.class).value()));
        }
    }

    @Nested
    class GivenAViewOfAPackage {
        @Test
        void thenNoOtherPackageUsesIt() {
            noClasses()
                    .should()
                    .dependOnClassesThat(viewOfAnotherPackage())
                    .because("a Resource or Page is for the container: other packages use entry points and records")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }

        private DescribedPredicate<JavaClass> viewOfAnotherPackage() {
            return describe(
                    "are a view that another package uses",
                    type -> isOurs(type)
                            && (type.isAnnotatedWith("jakarta.inject.Named")
                                    || type.isAnnotatedWith("jakarta.ws.rs.Path"))
                            && type.getDirectDependenciesToSelf().stream()
                                    .anyMatch(user ->
                                            !packageOf(user.getOriginClass()).equals(packageOf(type))));
        }
    }

    private static boolean readsSystemTime(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean now = owner.startsWith("java.time.")
                && call.getName().equals("now")
                && call.getTarget().getFullName().endsWith("()");
        boolean ownClock = owner.equals(Clock.class.getName()) && call.getName().startsWith("system");
        return now
                || ownClock
                || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    /** The package name below the root package: layer.package. */
    private static String packageOf(JavaClass type) {
        return type.getPackageName().replace(ROOT, "");
    }

    /** Paths of a resource's methods below its own path. */
    private static Stream<String> addresses(Class<?> resource) {
        String own = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.isAnnotationPresent(Path.class))
                .map(method ->
                        own + "/" + method.getAnnotation(Path.class).value().replaceFirst("^/", ""));
    }
}
