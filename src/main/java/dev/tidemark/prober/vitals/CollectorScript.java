package dev.tidemark.prober.vitals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The script that observes a page from an isolated world. Must be evaluated in every new document and frame, in
 * the world {@link #WORLD}, where the binding {@link #BINDING} receives its messages, one JSON object per call, for
 * {@link PageObservation#accept}.
 */
public final class CollectorScript {

    public static final String WORLD = "tidemark";
    public static final String BINDING = "__tidemark";

    private static final String TEXT = read().replace("@BINDING@", BINDING);

    private CollectorScript() {}

    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream script = CollectorScript.class.getResourceAsStream("collector.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read collector.js", e);
        }
    }
}
