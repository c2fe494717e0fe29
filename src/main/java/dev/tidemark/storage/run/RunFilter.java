package dev.tidemark.storage.run;

import dev.tidemark.model.result.OutcomeType;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds the SQL of a list of runs with only the given conditions, so that each combination can use its index. */
final class RunFilter {
    private final StringBuilder where = new StringBuilder("probe = ?1");
    private final List<Object> parameters = new ArrayList<>();

    private RunFilter(RunQuery query) {
        parameters.add(query.probe().slug());
        query.from().ifPresent(from -> and("planned_at >= ", from));
        query.to().ifPresent(to -> and("planned_at < ", to));
        query.location().ifPresent(location -> and("location = ", location.name()));
        query.outcome().ifPresent(this::andOutcome);
        if (query.countedOnly()) {
            where.append(" AND maintenance IS NULL");
        }
        query.cursor().map(RunCursor::parse).ifPresent(this::andAfter);
    }

    static RunFilter of(RunQuery query) {
        return new RunFilter(query);
    }

    List<Run> find(EntityManager entities, int limit) {
        String sql = "SELECT * FROM run WHERE " + where + " ORDER BY planned_at DESC, id DESC LIMIT " + limit;
        return new RunRowReader(entities).of(sql, parameters.toArray());
    }

    /** The additional condition lets the planner use the small index of failed runs. */
    private void andOutcome(OutcomeType kind) {
        and("outcome = ", kind.name());
        if (kind != OutcomeType.OK) {
            where.append(" AND outcome <> 'OK'");
        }
    }

    private void andAfter(RunCursor cursor) {
        Instant planned = PlannedInstant.of(cursor.last());
        and("planned_at <= ", planned);
        int at = parameters.size();
        parameters.add(cursor.last().value());
        where.append(" AND (planned_at, id) < (?" + at + ", ?" + (at + 1) + ")");
    }

    private void and(String condition, Object parameter) {
        parameters.add(parameter);
        where.append(" AND ").append(condition).append('?').append(parameters.size());
    }
}
