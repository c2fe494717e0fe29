package dev.tidemark.platform.database;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/** Closes pooled connections that lead nowhere, through the server's management interface. */
final class DatabasePools {

    private static final Logger LOG = Logger.getLogger(DatabasePools.class.getName());
    private static final List<String> NAMES = List.of("Tidemark", "TidemarkQuartz");

    private DatabasePools() {}

    /** Also connections in use: a thread that waits for a response in vain gets an exception. */
    static void closeAll() {
        invoke("flushAllConnectionInPool");
    }

    /** Idle connections at once, others when they are returned. */
    static void replaceAll() {
        invoke("flushGracefullyConnectionInPool");
    }

    private static void invoke(String operation) {
        for (String name : NAMES) {
            try {
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("jboss.as:subsystem=datasources,data-source=" + name),
                                operation,
                                new Object[0],
                                new String[0]);
            } catch (JMException failed) {
                LOG.log(Level.FINE, failed, () -> operation + " of " + name + " failed; its timeouts apply");
            }
        }
    }
}
