package dev.tidemark.prober.browser;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.PeriodicTasks;
import dev.tidemark.prober.host.ProgramFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** What admins should know about the security of the browser: checked at startup and daily, logged, and shown on a page. */
@ApplicationScoped
public class BrowserWarnings {

    private static final Logger LOG = Logger.getLogger(BrowserWarnings.class.getName());
    private static final Duration PAUSE = Duration.ofDays(1);
    /** Chromium fixes exploited vulnerabilities in each of its releases, of which there are at least two in this time. */
    static final Duration MAX_AGE = Duration.ofDays(60);

    private final BrowserSettings settings;
    private final PeriodicTasks tasks;
    private final Clock clock;
    private volatile List<LocalizedMessage> current = List.of();

    @Inject
    public BrowserWarnings(BrowserSettings settings, PeriodicTasks tasks, Clock clock) {
        this.settings = settings;
        this.tasks = tasks;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        tasks.schedule(Duration.ZERO, PAUSE, "the browser cannot be checked now; retrying tomorrow", this::check);
    }

    private void check() {
        BrowserIsolation isolation = BrowserIsolation.of(settings.chromium(), settings.tempDirectory());
        current = of(isolation, ProgramFile.age(settings.chromium(), clock.instant()));
        current.forEach(warning -> LOG.warning(warning.toString()));
    }

    /** Empty before the first check. */
    public List<LocalizedMessage> current() {
        return current;
    }

    static List<LocalizedMessage> of(BrowserIsolation isolation, Optional<Duration> age) {
        List<LocalizedMessage> warnings = new ArrayList<>();
        isolation
                .process()
                .unreachable()
                .map(Path::toString)
                .map(path -> LocalizedMessage.of("settings.browser.root", path))
                .ifPresent(warnings::add);
        if (!isolation.sandbox().isOn()) {
            warnings.add(LocalizedMessage.of(
                    "settings.browser.sandbox", isolation.sandbox().reason()));
        }
        age.filter(since -> since.compareTo(MAX_AGE) > 0)
                .map(since -> LocalizedMessage.of("settings.browser.age", since.toDays()))
                .ifPresent(warnings::add);
        return List.copyOf(warnings);
    }
}
