package dev.tidemark.prober.browser;

import dev.tidemark.prober.host.HostCapacity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of browser checks. */
@ApplicationScoped
public class BrowserSettings {

    private static final int MAX_SLOTS = 64;

    private final Path chromium;
    private final Path data;
    private final int slots;
    private final boolean filmstrip;

    /**
     * @param chromium path of the browser executable, {@code TIDEMARK_CHROMIUM}; always set by the launcher
     * @param data directory of temporary profiles, {@code TIDEMARK_DATA_DIR}
     * @param slots number of browsers, {@code TIDEMARK_BROWSER_SLOTS}; derived from CPU and memory by default
     * @param filmstrip whether each run records a filmstrip, Speed Index and score in a further load, {@code TIDEMARK_FILMSTRIP}
     */
    @Inject
    public BrowserSettings(
            @ConfigProperty(name = "tidemark.chromium", defaultValue = "chromium") String chromium,
            @ConfigProperty(name = "tidemark.data.dir", defaultValue = "data") String data,
            @ConfigProperty(name = "tidemark.browser.slots") OptionalInt slots,
            @ConfigProperty(name = "tidemark.filmstrip", defaultValue = "true") boolean filmstrip) {
        this.chromium = Path.of(chromium);
        this.data = Path.of(data).toAbsolutePath();
        this.filmstrip = filmstrip;
        this.slots = slots.orElseGet(HostCapacity::browserSlots);
        if (this.slots < 1 || this.slots > MAX_SLOTS) {
            throw new IllegalArgumentException("Invalid TIDEMARK_BROWSER_SLOTS: " + this.slots + ". Set it to 1 to "
                    + MAX_SLOTS + ", or unset it to use as many browsers as the machine supports");
        }
    }

    Path chromium() {
        return chromium;
    }

    /** Directory of temporary browser profiles, cleaned at startup. */
    Path tempDirectory() {
        return data.resolve("browsers");
    }

    boolean filmstrip() {
        return filmstrip;
    }

    int slots() {
        return slots;
    }
}
