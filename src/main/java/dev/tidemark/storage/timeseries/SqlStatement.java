package dev.tidemark.storage.timeseries;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * Native SQL with positional parameters ({@code ?1} is the first), for what JPQL does not support: conflict clauses, casts,
 * lateral joins.
 */
public final class SqlStatement {
    private SqlStatement() {}

    public static Query of(EntityManager entities, String sql, Object... parameters) {
        return filled(entities.createNativeQuery(sql), parameters);
    }

    @SuppressWarnings("unchecked")
    public static List<Object[]> rows(EntityManager entities, String sql, Object... parameters) {
        return of(entities, sql, parameters).getResultList();
    }

    /** Sets the parameters of a query. */
    public static Query filled(Query query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            query.setParameter(i + 1, parameter instanceof Instant at ? Timestamp.from(at) : parameter);
        }
        return query;
    }
}
