package dev.tidemark.storage.run;

import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Reads rows of {@code run} with SQL, in the order of the statement. */
record RunRowReader(EntityManager entities) {

    @SuppressWarnings("unchecked")
    List<Run> of(String sql, Object... parameters) {
        List<RunEntity> rows = SqlStatement.filled(entities.createNativeQuery(sql, RunEntity.class), parameters)
                .getResultList();
        return rows.stream().map(RunEntity::toRun).toList();
    }
}
