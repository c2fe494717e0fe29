package dev.tidemark.storage.spool;

import dev.tidemark.storage.run.RunTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Results that the database could not store, in files of the data directory, so that they survive a restart. While the disk is
 * full, a few stay in memory. Both are bounded: what does not fit is logged and lost, large artifacts first.
 */
@ApplicationScoped
public class ResultSpool {

    static final int MAX_FILES = 1_000;
    static final long MAX_BYTES = 512L << 20;
    static final int MAX_IN_MEMORY = 50;

    private static final Logger LOG = Logger.getLogger(ResultSpool.class.getName());

    private final SpoolDirectory directory;
    private final long maxBytes;
    private final Map<String, SpooledResult> memory = new TreeMap<>();

    /** @param data {@code TIDEMARK_DATA_DIR}; results are in its folder {@code spool} */
    @Inject
    public ResultSpool(@ConfigProperty(name = "tidemark.data.dir", defaultValue = "data") String data) {
        this(Path.of(data).toAbsolutePath().resolve("spool"), MAX_BYTES);
    }

    ResultSpool(Path folder, long maxBytes) {
        this.directory = new SpoolDirectory(folder);
        this.maxBytes = maxBytes;
        try {
            directory.deletePartial();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, unreadable, () -> "The spool directory cannot be read: " + folder);
        }
    }

    /** Keeps a result until {@link #remove}; false if there is no room for it, neither on disk nor in memory. */
    public synchronized boolean add(SpooledResult result) {
        try {
            writeWithinLimits(result);
            return true;
        } catch (IOException e) {
            boolean kept = memory.size() < MAX_IN_MEMORY;
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "The result of run " + result.ticket().run() + " cannot be written to " + directory.folder()
                            + (kept ? "; it stays in memory" : ", and is lost"));
            if (kept) {
                memory.put(result.name(), result.withoutArtifacts());
            }
            return kept;
        }
    }

    /** The names of all results, by planned time. */
    public synchronized List<String> names() {
        Set<String> names = new TreeSet<>(memory.keySet());
        try {
            names.addAll(directory.names());
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "The spool directory cannot be read: " + directory.folder());
        }
        return List.copyOf(names);
    }

    /** A result; empty if its file is damaged, and has been set aside. */
    public synchronized Optional<SpooledResult> find(String name) {
        return Optional.ofNullable(memory.get(name)).or(() -> read(name));
    }

    /** Whether the result of this attempt is waiting. */
    public boolean holds(RunTicket ticket) {
        return names().contains(SpooledResult.name(ticket));
    }

    /** Removes a result that has been stored, or is not wanted any more. */
    public synchronized void remove(SpooledResult result) {
        memory.remove(result.name());
        try {
            directory.delete(result.name());
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "A stored result cannot be deleted from " + directory.folder());
        }
    }

    /** Sets aside a result that the database rejects. */
    public synchronized void reject(SpooledResult result) {
        memory.remove(result.name());
        setAside(result.name());
    }

    private void writeWithinLimits(SpooledResult result) throws IOException {
        if (directory.names().size() >= MAX_FILES) {
            throw new IOException("the spool has " + MAX_FILES + " results already");
        }
        byte[] whole = result.toBytes();
        long room = maxBytes - directory.bytes();
        if (whole.length <= room && written(result.name(), whole)) {
            return;
        }
        byte[] small = result.withoutArtifacts().toBytes();
        if (small.length > room) {
            throw new IOException("the spool has reached its limit of " + maxBytes + " bytes");
        }
        directory.write(result.name(), small);
    }

    /** False if the disk has no room for it; it may have room for less. */
    private boolean written(String name, byte[] content) {
        try {
            directory.write(name, content);
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "A result cannot be spooled with its artifacts; trying without them");
            return false;
        }
    }

    private Optional<SpooledResult> read(String name) {
        try {
            return Optional.of(SpooledResult.of(directory.read(name)));
        } catch (IOException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "The spooled result " + name + " in " + directory.folder()
                            + " is damaged and has been set aside");
            setAside(name);
            return Optional.empty();
        }
    }

    private void setAside(String name) {
        try {
            directory.setAside(name);
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "The spooled result " + name + " cannot be set aside");
        }
    }
}
