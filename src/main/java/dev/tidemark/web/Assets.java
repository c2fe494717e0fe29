package dev.tidemark.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that pages load. Their addresses hold a fingerprint, so that browsers keep them for ever. */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/WEB-INF/assets/";

    private final ServletContext context;
    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    /** @param content as it lies on disk; @param packed gzipped */
    record Asset(String fingerprint, byte[] content, byte[] packed) {}

    protected Assets() {
        this(null);
    }

    @Inject
    public Assets(ServletContext context) {
        this.context = context;
    }

    /** The address of a file: {@code app.css} is {@code /assets/3fa2b1c09d/app.css}. */
    public String url(String name) {
        String fingerprint = find(name)
                .map(Asset::fingerprint)
                .orElseThrow(() -> new IllegalArgumentException("there is no asset " + name));
        return context.getContextPath() + "/assets/" + fingerprint + "/" + name;
    }

    Optional<Asset> find(String name) {
        return name.matches("[\\w-]+\\.\\w+")
                ? Optional.ofNullable(loaded.computeIfAbsent(name, this::load))
                : Optional.empty();
    }

    private Asset load(String name) {
        try (InputStream in = context.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return null;
            }
            byte[] content = in.readAllBytes();
            return new Asset(Fingerprint.of(content), content, PageCache.packed(content));
        } catch (IOException e) {
            throw new UncheckedIOException("asset " + name, e);
        }
    }
}
