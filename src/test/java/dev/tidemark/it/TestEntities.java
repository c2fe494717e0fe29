package dev.tidemark.it;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.persistence.sessions.UnitOfWork;

/**
 * The persistence unit on the database of a test, without a container. {@link #manager()} is what {@code @PersistenceContext}
 * would inject; {@link #inTransaction} does what {@code @Transactional} would do, and joins an active transaction.
 */
public final class TestEntities implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    public TestEntities(TestDatabase database) {
        factory = Persistence.createEntityManagerFactory(
                "tidemark",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.jdbc.driver",
                        "org.postgresql.Driver",
                        "jakarta.persistence.jdbc.url",
                        database.url(),
                        "jakarta.persistence.jdbc.user",
                        database.user(),
                        "jakarta.persistence.jdbc.password",
                        database.password(),
                        "eclipselink.session-name",
                        database.url(),
                        "eclipselink.weaving",
                        "false"));
    }

    /** Throws if the thread has no transaction. */
    public EntityManager manager() {
        return (EntityManager) Proxy.newProxyInstance(
                TestEntities.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (current.get() == null) {
                        throw new IllegalStateException("no transaction is open here");
                    }
                    try {
                        return method.invoke(current.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    public <T> T inTransaction(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        EntityManager manager = factory.createEntityManager();
        current.set(manager);
        manager.getTransaction().begin();
        // With JTA all statements share the transaction's connection; here EclipseLink reads on another one unless
        // configured
        // not to.
        manager.unwrap(UnitOfWork.class).beginEarlyTransaction();
        try {
            T result = work.get();
            manager.getTransaction().commit();
            return result;
        } finally {
            current.remove();
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    /** Whether a transaction is active on this thread; none may be during network calls. */
    public boolean isInTransaction() {
        return current.get() != null;
    }

    @Override
    public void close() {
        factory.close();
    }
}
