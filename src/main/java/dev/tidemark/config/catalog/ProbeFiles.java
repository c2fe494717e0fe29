package dev.tidemark.config.catalog;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Follows the probes directory. Times and sizes are compared every two seconds, because watching by
 * the operating system misses changes on network and container file systems.
 */
@ApplicationScoped
public class ProbeFiles {

    private static final Logger LOG = Logger.getLogger(ProbeFiles.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Optional<ProbeFolder> folder;
    private final ProbeCatalog catalog;
    private final FileProbeSync probes;
    private final PeriodicTasks tasks;
    private Map<String, String> lastStamps = Map.of();
    private volatile List<ValidationError> errors = List.of();

    @Inject
    public ProbeFiles(Config config, ProbeCatalog catalog, FileProbeSync probes, PeriodicTasks rounds) {
        this(
                config.getOptionalValue("tidemark.probes.dir", String.class)
                        .map(directory -> new ProbeFolder(Path.of(directory).toAbsolutePath(), variables(config))),
                catalog,
                probes,
                rounds);
    }

    ProbeFiles(Optional<ProbeFolder> folder, ProbeCatalog catalog, FileProbeSync probes, PeriodicTasks rounds) {
        this.folder = folder;
        this.catalog = catalog;
        this.probes = probes;
        this.tasks = rounds;
    }

    /** What is wrong in the files now; the probes of a file with a fault run on as they were before. */
    public List<ValidationError> errors() {
        return errors;
    }

    void begin(@Observes Startup startup) {
        folder.ifPresent(there ->
                tasks.schedule(Duration.ZERO, PAUSE, "The probe files cannot be read; will retry", () -> poll(there)));
    }

    private void poll(ProbeFolder there) {
        try {
            syncIfChanged(there);
        } catch (RuntimeException databaseAway) {
            lastStamps = Map.of();
            throw databaseAway;
        }
    }

    /** Reads the files when one of them changed since the last look. */
    synchronized void syncIfChanged(ProbeFolder there) {
        try {
            Map<String, String> stamps = there.stamps();
            if (!stamps.equals(lastStamps)) {
                boolean faultless = sync(there, stamps.keySet());
                lastStamps = faultless ? stamps : Map.of();
            }
        } catch (IOException gone) {
            report(List.of(new ValidationError(
                    new SourceLocation(there.directory().toString(), 0, ""),
                    LocalizedMessage.of("validation.file.directoryUnreadable", String.valueOf(gone)))));
        }
    }

    /** With a fault it is done again at the next look: what clashed may be gone by then. */
    private boolean sync(ProbeFolder there, Set<String> files) {
        Map<String, ParsedDefinitions> read = new TreeMap<>();
        files.forEach(file -> read.put(file, there.read(file)));
        Set<ProbeId> taken = catalog.all().stream()
                .filter(entry -> entry.file().isEmpty())
                .map(entry -> entry.probe().id())
                .collect(Collectors.toSet());
        FolderContents reading = FolderContents.of(read, taken);
        int changes = probes.sync(reading);
        report(reading.errors());
        if (changes > 0) {
            LOG.info(() -> "Probe files: " + files.size() + " read, " + changes + " probes changed, "
                    + reading.errors().size() + " faults");
        }
        return reading.errors().isEmpty();
    }

    private void report(List<ValidationError> found) {
        if (!found.equals(errors)) {
            found.forEach(fault -> LOG.warning(fault::toString));
        }
        errors = List.copyOf(found);
    }

    private static VariableSubstitution variables(Config config) {
        return new VariableSubstitution(name -> config.getOptionalValue(name, String.class)
                .or(() -> config.getOptionalValue(name.toLowerCase(Locale.ROOT).replace('_', '.'), String.class)));
    }
}
