package dev.tidemark.web.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/** The static files of pages. Their URLs contain a fingerprint, so that browsers can cache them indefinitely. */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/WEB-INF/assets/";

    private static final Pattern LINK = Pattern.compile("url\\(\"([\\w.-]+)\"\\)");

    private final ServletContext context;
    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    /**
     * @param content uncompressed
     * @param gzipped compressed
     */
    record Asset(String fingerprint, byte[] content, byte[] gzipped) {}

    @Inject
    public Assets(ServletContext context) {
        this.context = context;
    }

    /** The path of a file: {@code app.css} is {@code /assets/3fa2b1c09d/app.css}. */
    public String url(String name) {
        String fingerprint = find(name)
                .map(Asset::fingerprint)
                .orElseThrow(() -> new IllegalArgumentException("Unknown asset: " + name));
        return "/assets/" + fingerprint + "/" + name;
    }

    Optional<Asset> find(String name) {
        if (!name.matches("[\\w-]+\\.\\w+")) {
            return Optional.empty();
        }
        // No computeIfAbsent: loading a style sheet loads its fonts.
        Asset asset = loaded.get(name);
        if (asset == null) {
            asset = load(name);
            if (asset != null) {
                loaded.put(name, asset);
            }
        }
        return Optional.ofNullable(asset);
    }

    /** Adds fingerprints to the URLs in a style sheet, relative to its own: {@code ../3fa2b1c09d/inter.woff2}. */
    private byte[] linked(byte[] css) {
        return LINK.matcher(new String(css, StandardCharsets.UTF_8))
                .replaceAll(found -> "url(\"" + url(found.group(1)).replaceFirst("/assets", "..") + "\")")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Asset load(String name) {
        try (InputStream in = context.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return null;
            }
            byte[] content = name.endsWith(".css") ? linked(in.readAllBytes()) : in.readAllBytes();
            return new Asset(
                    ContentHash.of(content), content, PageCacheFilter.gzip(content, Deflater.BEST_COMPRESSION));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read asset " + name, e);
        }
    }
}
