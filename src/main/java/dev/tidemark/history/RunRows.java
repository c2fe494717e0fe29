package dev.tidemark.history;

import dev.tidemark.series.Statement;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Rows of {@code run} by SQL, oldest or newest first as the statement says. */
record RunRows(EntityManager entities) {

    @SuppressWarnings("unchecked")
    List<Run> of(String sql, Object... parameters) {
        List<RunEntity> rows = Statement.filled(entities.createNativeQuery(sql, RunEntity.class), parameters)
                .getResultList();
        return rows.stream().map(RunEntity::toRun).toList();
    }
}
