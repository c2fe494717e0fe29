package dev.tidemark.it;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.AllArguments;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * The persistence unit on the database of a test, and beans as the container provides them: each public call is a
 * separate transaction.
 *
 * <p>{@code RunHistory history = TestPersistence.over(database).bean(RunHistory.class, entities -> new RunHistory(entities, clock));}
 */
public final class TestPersistence implements AutoCloseable {
    private final EntityManagerFactory factory;

    private TestPersistence(EntityManagerFactory factory) {
        this.factory = factory;
    }

    public static TestPersistence over(TestDatabase database) {
        return over(database.url(), database.user(), database.password());
    }

    public static TestPersistence over(String url, String user, String password) {
        return new TestPersistence(Persistence.createEntityManagerFactory(
                "tidemark",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.jdbc.driver",
                        "org.postgresql.Driver",
                        "jakarta.persistence.jdbc.url",
                        url,
                        "jakarta.persistence.jdbc.user",
                        user,
                        "jakarta.persistence.jdbc.password",
                        password,
                        "eclipselink.session-name",
                        url,
                        // Several pools share the connections of one server.
                        "eclipselink.connection-pool.default.max",
                        "10")));
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    /** Runs a task in a transaction, which is rolled back if it throws. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    /**
     * A proxy that runs every public call on a fresh instance with its own entity manager and transaction. The proxy itself is created with nulls, as
     * the client proxies of the server are (see weld.properties).
     */
    public <T> T bean(Class<T> type, Function<EntityManager, T> maker) {
        try {
            Class<? extends T> proxy = new ByteBuddy()
                    .subclass(type)
                    .method(ElementMatchers.isPublic().and(ElementMatchers.isDeclaredBy(type)))
                    .intercept(MethodDelegation.withDefaultConfiguration()
                            .filter(ElementMatchers.named("call"))
                            .to(new Transaction<>(this, maker)))
                    .make()
                    .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup(type)))
                    .getLoaded();
            Constructor<?> any = proxy.getDeclaredConstructors()[0];
            any.setAccessible(true);
            return type.cast(any.newInstance(new Object[any.getParameterCount()]));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be proxied", e);
        }
    }

    private static java.lang.invoke.MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return java.lang.invoke.MethodHandles.privateLookupIn(type, java.lang.invoke.MethodHandles.lookup());
    }

    @Override
    public void close() {
        factory.close();
    }

    /** Intercepts each public method. */
    public record Transaction<T>(TestPersistence persistence, Function<EntityManager, T> maker) {
        @RuntimeType
        public Object call(@Origin Method method, @AllArguments Object[] arguments) throws Exception {
            Callable<Object> outcome = persistence.inTransaction(entities -> invoked(method, entities, arguments));
            return outcome.call();
        }

        private Callable<Object> invoked(Method method, EntityManager entities, Object[] arguments) {
            try {
                Object result = method.invoke(maker.apply(entities), arguments);
                return () -> result;
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
