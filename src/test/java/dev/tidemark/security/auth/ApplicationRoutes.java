package dev.tidemark.security.auth;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tidemark.web.support.PageRoute;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All routes that the application serves, as {@code GET /probes/{id}}; {@code *} at the end is any text. */
final class ApplicationRoutes {

    private static final java.nio.file.Path WEB = java.nio.file.Path.of("src/main/webapp");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\"(/[^\"#?]*)\"");

    /** What the server and the libraries in the WAR serve. */
    private static final List<String> OF_THE_SERVER = List.of("GET /openapi", "GET /robots.txt");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tidemark");

    private ApplicationRoutes() {}

    static Set<String> all() {
        Set<String> all = new TreeSet<>(OF_THE_SERVER);
        CLASSES.forEach(type -> {
            resource(type).forEach(all::add);
            servlet(type).forEach(all::add);
            page(type).forEach(all::add);
        });
        files().forEach(all::add);
        return all;
    }

    private static Stream<String> resource(JavaClass type) {
        if (!type.isAnnotatedWith(Path.class)) {
            return Stream.empty();
        }
        String base = type.reflect().getAnnotation(Path.class).value();
        return Arrays.stream(type.reflect().getMethods()).flatMap(method -> httpMethods(method)
                .map(http -> http + " /api/v1" + joined(base, method.getAnnotation(Path.class))));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(annotation -> Optional.ofNullable(annotation.getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value);
    }

    private static String joined(String base, Path more) {
        return more == null ? base : base + "/" + more.value().replaceFirst("^/", "");
    }

    private static Stream<String> servlet(JavaClass type) {
        if (!type.isAnnotatedWith(WebServlet.class)) {
            return Stream.empty();
        }
        WebServlet declared = type.reflect().getAnnotation(WebServlet.class);
        return Arrays.stream(type.reflect().getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.matches("do(Get|Post|Put|Delete|Patch)"))
                .flatMap(name -> Stream.of(declared.value(), declared.urlPatterns())
                        .flatMap(Arrays::stream)
                        .map(pattern -> name.substring(2).toUpperCase(java.util.Locale.ROOT) + " " + pattern));
    }

    private static Stream<String> page(JavaClass type) {
        return Arrays.stream(type.reflect().getAnnotationsByType(PageRoute.class))
                .flatMap(route -> postsToItself(route)
                        ? Stream.of("GET " + route.value(), "POST " + route.value())
                        : Stream.of("GET " + route.value()));
    }

    private static boolean postsToItself(PageRoute route) {
        return read(WEB.resolve(route.view().substring(1))).contains("method=\"post\" action=\"#{page.address}\"");
    }

    /** Static files, and the targets of forms in views. */
    private static Stream<String> files() {
        try (Stream<java.nio.file.Path> found = Files.walk(WEB)) {
            return found.filter(Files::isRegularFile).flatMap(ApplicationRoutes::file).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> file(java.nio.file.Path file) {
        String path = "/" + WEB.relativize(file).toString().replace('\\', '/');
        if (path.endsWith(".xhtml")) {
            return FORM.matcher(read(file)).results().map(found -> "POST " + found.group(1));
        }
        if (path.startsWith("/WEB-INF/")) {
            return Stream.empty();
        }
        String folder = path.endsWith("/index.html") ? path.replaceFirst("/index.html$", "") : path;
        return Stream.of("GET " + path, "GET " + folder);
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
