package dev.tidemark.prober.browser;

import dev.tidemark.prober.host.HostCapacity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The laboratory's settings. */
@ApplicationScoped
public class BrowserSettings {

    private static final int MOST_SLOTS = 64;

    private final Path chromium;
    private final Path data;
    private final int slots;
    private final boolean film;

    protected BrowserSettings() {
        this("", "data", OptionalInt.of(1), true);
    }

    /**
     * @param chromium the browser's program, {@code TIDEMARK_CHROMIUM}; the launcher always sets it
     * @param data where temporary profiles lie, {@code TIDEMARK_DATA_DIR}
     * @param slots how many browsers are kept, {@code TIDEMARK_BROWSER_SLOTS}; by default what the machine bears
     * @param film whether one load more per run is filmed, for Speed Index, score and filmstrip, {@code TIDEMARK_FILMSTRIP}
     */
    @Inject
    public BrowserSettings(
            @ConfigProperty(name = "tidemark.chromium", defaultValue = "chromium") String chromium,
            @ConfigProperty(name = "tidemark.data.dir", defaultValue = "data") String data,
            @ConfigProperty(name = "tidemark.browser.slots") OptionalInt slots,
            @ConfigProperty(name = "tidemark.filmstrip", defaultValue = "true") boolean film) {
        this.chromium = Path.of(chromium);
        this.data = Path.of(data).toAbsolutePath();
        this.film = film;
        this.slots = slots.orElseGet(HostCapacity::bearableSlots);
        if (this.slots < 1 || this.slots > MOST_SLOTS) {
            throw new IllegalArgumentException("TIDEMARK_BROWSER_SLOTS is " + this.slots + "; it must be 1 to "
                    + MOST_SLOTS + ", or unset to fit the machine");
        }
    }

    Path chromium() {
        return chromium;
    }

    /** Where browsers keep their temporary profiles; swept at start. */
    Path scratch() {
        return data.resolve("browsers");
    }

    boolean film() {
        return film;
    }

    int slots() {
        return slots;
    }
}
