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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house, held by its table. */
class ArchitectureTest {
    private static final String HOUSE = "dev.tidemark.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tidemark");

    static Stream<PackageRule> rooms() {
        return PackageRule.TABLE.stream();
    }

    static Stream<String> libraries() {
        return rooms().flatMap(room -> room.owns().stream()).distinct();
    }

    @Nested
    class GivenTheTable {
        @Test
        void whenAllPackagesAreListed_thenEachHasARow() {
            Set<String> known = rooms().map(PackageRule::name).collect(toSet());

            assertThat(CLASSES.stream().map(ArchitectureTest::roomOf).collect(toSet()))
                    .as("each package needs its row in Room.TABLE, with its sentence")
                    .isSubsetOf(known);
        }

        @Test
        void whenItIsReadDownwards_thenNoRowImportsALaterOne() {
            List<String> names = rooms().map(PackageRule::name).toList();

            assertThat(PackageRule.TABLE).allSatisfy(room -> assertThat(names.subList(0, names.indexOf(room.name())))
                    .as("%s may import only what stands above it", room)
                    .containsAll(room.mayImport()));
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void givenARoom_whenItImportsAnother_thenTheTableAllowsIt(PackageRule room) {
        noClasses()
                .that(describe("live in " + room, type -> roomOf(type).equals(room.name())))
                .should()
                .dependOnClassesThat(describe(
                        "live in a room that the table does not allow",
                        type -> inHouse(type) && !room.mayImport(roomOf(type))))
                .because(room.sentence())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void givenALibraryWithAnOwner_whenARoomImportsIt_thenItIsTheOwner(String library) {
        Set<String> owners = rooms().filter(room -> room.owns().contains(library))
                .map(PackageRule::name)
                .collect(toSet());

        noClasses()
                .that(describe("do not live in " + owners, type -> !owners.contains(roomOf(type))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .because(library + " is for " + owners + ": the others talk to their doors")
                .check(CLASSES);
    }

    @Nested
    class GivenTimeIsInjected {
        @Test
        void whenSomebodyAsksTheTime_thenAClockIsThere() {
            noClasses()
                    .that(describe(
                            "are not the clock itself", type -> !roomOf(type).equals("platform")))
                    .should()
                    .callMethodWhere(describe("reads the system's time", ArchitectureTest::readsSystemTime))
                    .because("the Clock is injected: a test decides what time it is")
                    .check(CLASSES);
        }
    }

    @Nested
    class GivenAResource {
        @Test
        void whenTheServerLooksForAConstructor_thenThereIsAPublicOneWithoutArguments() {
            assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path")))
                    .as(
                            "RESTEasy looks for it even where CDI makes the object with another one; without it the whole WAR does not deploy")
                    .allSatisfy(resource -> assertThat(resource.reflect().getConstructors())
                            .anyMatch(constructor -> constructor.getParameterCount() == 0));
        }

        @Test
        void whenAnAddressIsLookedUp_thenNoOtherResourceHidesIt() {
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
    class GivenAViewOfARoom {
        @Test
        void whenAnotherRoomNeedsData_thenItAsksTheDoorAndNotTheView() {
            noClasses()
                    .should()
                    .dependOnClassesThat(anotherRoomsView())
                    .because("a Resource or Page is for the container: rooms talk to doors, in records")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }

        private DescribedPredicate<JavaClass> anotherRoomsView() {
            return describe(
                    "are a view that another room uses",
                    type -> inHouse(type)
                            && (type.isAnnotatedWith("jakarta.inject.Named")
                                    || type.isAnnotatedWith("jakarta.ws.rs.Path"))
                            && type.getDirectDependenciesToSelf().stream()
                                    .anyMatch(user ->
                                            !roomOf(user.getOriginClass()).equals(roomOf(type))));
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

    private static boolean inHouse(JavaClass type) {
        return type.getPackageName().startsWith(HOUSE);
    }

    /** The first part below the base package: sub-packages have no row and so fail. */
    private static String roomOf(JavaClass type) {
        return type.getPackageName().replace(HOUSE, "");
    }

    /** The addresses of a resource's methods that are longer than its own. */
    private static Stream<String> addresses(Class<?> resource) {
        String own = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.isAnnotationPresent(Path.class))
                .map(method ->
                        own + "/" + method.getAnnotation(Path.class).value().replaceFirst("^/", ""));
    }
}
