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
 * Watches the probes directory. Modification times and sizes are compared every two seconds, because file system events are
 * unreliable on network and container file systems.
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
    public ProbeFiles(Config config, ProbeCatalog catalog, FileProbeSync probes, PeriodicTasks tasks) {
        this(
                config.getOptionalValue("tidemark.probes.dir", String.class)
                        .map(directory -> new ProbeFolder(Path.of(directory).toAbsolutePath(), variables(config))),
                catalog,
                probes,
                tasks);
    }

    ProbeFiles(Optional<ProbeFolder> folder, ProbeCatalog catalog, FileProbeSync probes, PeriodicTasks tasks) {
        this.folder = folder;
        this.catalog = catalog;
        this.probes = probes;
        this.tasks = tasks;
    }

    /** The current errors in the files; probes of an invalid file keep their previous definition. */
    public List<ValidationError> errors() {
        return errors;
    }

    void begin(@Observes Startup startup) {
        folder.ifPresent(probeFolder -> tasks.schedule(
                Duration.ZERO, PAUSE, "The probe files cannot be read; will retry", () -> poll(probeFolder)));
    }

    private void poll(ProbeFolder probeFolder) {
        try {
            syncIfChanged(probeFolder);
        } catch (RuntimeException databaseUnavailable) {
            lastStamps = Map.of();
            throw databaseUnavailable;
        }
    }

    /** Reads the files if one of them has changed since the last call. */
    synchronized void syncIfChanged(ProbeFolder probeFolder) {
        try {
            Map<String, String> stamps = probeFolder.stamps();
            if (!stamps.equals(lastStamps)) {
                boolean valid = sync(probeFolder, stamps.keySet());
                lastStamps = valid ? stamps : Map.of();
            }
        } catch (IOException gone) {
            report(List.of(new ValidationError(
                    new SourceLocation(probeFolder.directory().toString(), 0, ""),
                    LocalizedMessage.of("validation.file.directoryUnreadable", String.valueOf(gone)))));
        }
    }

    /** Reads all files. With errors the files are read again at the next call, as a conflict may have been resolved elsewhere. */
    private boolean sync(ProbeFolder probeFolder, Set<String> files) {
        Map<String, ParsedDefinitions> read = new TreeMap<>();
        files.forEach(file -> read.put(file, probeFolder.read(file)));
        Set<ProbeId> taken = catalog.all().stream()
                .filter(entry -> entry.file().isEmpty())
                .map(entry -> entry.probe().id())
                .collect(Collectors.toSet());
        FolderContents contents = FolderContents.of(read, taken);
        int changes = probes.sync(contents);
        report(contents.errors());
        if (changes > 0) {
            LOG.info(() -> "Probe files: " + files.size() + " read, " + changes + " probes changed, "
                    + contents.errors().size() + " errors");
        }
        return contents.errors().isEmpty();
    }

    private void report(List<ValidationError> found) {
        if (!found.equals(errors)) {
            found.forEach(error -> LOG.warning(error::toString));
        }
        errors = List.copyOf(found);
    }

    private static VariableSubstitution variables(Config config) {
        return new VariableSubstitution(name -> config.getOptionalValue(name, String.class)
                .or(() -> config.getOptionalValue(name.toLowerCase(Locale.ROOT).replace('_', '.'), String.class)));
    }
}
