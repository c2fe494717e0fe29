package dev.tidemark.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** SQL with its parameters in order ({@code ?1} is the first), for what JPQL cannot say: conflicts, casts, laterals. */
final class Statement {
    private Statement() {}

    static Query of(EntityManager entities, String sql, Object... parameters) {
        return filled(entities.createNativeQuery(sql), parameters);
    }

    /** Rows of {@code run}, oldest or newest first as the statement says. */
    @SuppressWarnings("unchecked")
    static List<Run> runs(EntityManager entities, String sql, Object... parameters) {
        List<RunEntity> rows = filled(entities.createNativeQuery(sql, RunEntity.class), parameters)
                .getResultList();
        return rows.stream().map(RunEntity::toRun).toList();
    }

    @SuppressWarnings("unchecked")
    static List<Object[]> rows(EntityManager entities, String sql, Object... parameters) {
        return of(entities, sql, parameters).getResultList();
    }

    private static Query filled(Query query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            query.setParameter(i + 1, parameter instanceof Instant at ? Timestamp.from(at) : parameter);
        }
        return query;
    }
}
