package dev.tidemark.platform.tls;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Makes WildFly use the key store again after the launcher has written it. Open connections keep their certificate. */
@ApplicationScoped
public class CertificateReload {

    private static final Logger LOG = Logger.getLogger(CertificateReload.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PeriodicTasks tasks;
    /** Written by the launcher; absent without TLS. */
    private final Optional<Path> store;

    private volatile FileTime loaded;

    @Inject
    public CertificateReload(PeriodicTasks tasks) {
        this.tasks = tasks;
        this.store =
                Optional.ofNullable(System.getProperty("tidemark.tls.store")).map(Path::of);
    }

    void begin(@Observes Startup startup) throws IOException {
        if (store.isPresent()) {
            Path file = store.get();
            loaded = Files.getLastModifiedTime(file);
            tasks.schedule(PAUSE, "the certificate cannot be loaded now; retrying soon", () -> reload(file));
        }
    }

    private void reload(Path file) throws IOException, JMException {
        FileTime modified = Files.getLastModifiedTime(file);
        if (!modified.equals(loaded)) {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            server.invoke(name("key-store"), "load", new Object[0], new String[0]);
            server.invoke(name("key-manager"), "init", new Object[0], new String[0]);
            loaded = modified;
            LOG.info("The certificate of the server was loaded again");
        }
    }

    private static ObjectName name(String kind) throws JMException {
        return new ObjectName("jboss.as:subsystem=elytron," + kind + "=tidemark");
    }
}
