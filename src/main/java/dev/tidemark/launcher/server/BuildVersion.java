package dev.tidemark.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of this build. */
public final class BuildVersion {
    public static final String OF_TIDEMARK = read();

    private BuildVersion() {}

    private static String read() {
        try (InputStream file = BuildVersion.class.getResourceAsStream("/dev/tidemark/build.properties")) {
            Properties build = new Properties();
            build.load(file);
            return build.getProperty("tidemark");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
