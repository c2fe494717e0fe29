package dev.tidemark.web.help;

import dev.tidemark.platform.http.BasePath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The manual of the running version. Its files are part of the WAR; pages are rendered at first use and kept. */
@ApplicationScoped
public class Manual {

    private static final String FOLDER = "/WEB-INF/manual/";
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9_-]+/)?[A-Za-z0-9_-]+");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9_-]+\\.(?:png|svg)");

    private final Function<String, InputStream> files;
    private final BasePath basePath;
    private final ConcurrentHashMap<String, ManualPage> pages = new ConcurrentHashMap<>();
    private volatile List<TopicGroup> contents = List.of();

    @Inject
    public Manual(ServletContext application, BasePath basePath) {
        this(path -> application.getResourceAsStream(FOLDER + path), basePath);
    }

    /** @param files opens a file by its path relative to the manual; null if there is none */
    Manual(Function<String, InputStream> files, BasePath basePath) {
        this.files = files;
        this.basePath = basePath;
    }

    /** @param path without extension: {@code budgets}, {@code adr/index} */
    public Optional<ManualPage> page(String path) {
        if (!PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        ManualPage known = pages.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ManualPage> rendered = text(path).map(markdown -> MarkdownRenderer.render(path, markdown, basePath));
        rendered.ifPresent(page -> pages.put(path, page));
        return rendered;
    }

    /** The table of contents, in the order of the index. */
    public List<TopicGroup> contents() {
        if (contents.isEmpty()) {
            contents = text(ManualPage.INDEX).map(MarkdownRenderer::contents).orElse(List.of());
        }
        return contents;
    }

    /** An image of a page that has been shown; empty for any other file. */
    Optional<byte[]> image(String name) {
        boolean shown = IMAGE.matcher(name).matches()
                && pages.values().stream().anyMatch(page -> page.images().contains(name));
        return shown ? file("images/" + name) : Optional.empty();
    }

    /** The version of the product. */
    public static String version() {
        try (InputStream build = Manual.class.getResourceAsStream("/dev/tidemark/build.properties")) {
            Properties properties = new Properties();
            properties.load(build);
            return properties.getProperty("tidemark", "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read build.properties", e);
        }
    }

    private Optional<String> text(String path) {
        return file(path + ".md").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> file(String path) {
        try (InputStream in = files.apply(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + " of the manual", e);
        }
    }

    /** All topics of the table of contents. */
    Stream<Topic> topics() {
        return contents().stream().flatMap(group -> group.topics().stream());
    }
}
