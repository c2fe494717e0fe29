package dev.tidemark.prober.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of Playwright and Tidemark, written into the WAR by the build. */
final class EngineVersions {

    private static final Properties BUILD = read();

    private EngineVersions() {}

    static String playwright() {
        return BUILD.getProperty("playwright");
    }

    static String tidemark() {
        return BUILD.getProperty("tidemark");
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream build = EngineVersions.class.getResourceAsStream("/dev/tidemark/build.properties")) {
            properties.load(build);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read build.properties", e);
        }
    }
}
