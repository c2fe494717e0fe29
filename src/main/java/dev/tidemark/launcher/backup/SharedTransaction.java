package dev.tidemark.launcher.backup;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A data source whose connections are all the same one, in the same transaction: Flyway commits each migration, but a restore is
 * all or nothing. The owner of the connection ends the transaction.
 */
final class SharedTransaction {
    private static final Set<String> IGNORED = Set.of("commit", "rollback", "close", "setAutoCommit");

    private SharedTransaction() {}

    static DataSource dataSource(Connection connection) {
        Connection shared = proxy(Connection.class, (self, method, arguments) -> {
            if (IGNORED.contains(method.getName())) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return proxy(DataSource.class, (self, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return shared;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
