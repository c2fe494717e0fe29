package dev.tidemark.platform.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check: the database responds and its schema is up to date. */
@Readiness
@ApplicationScoped
public class DatabaseHealthCheck implements HealthCheck {
    private static final int RESPONSE_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    private final SchemaMigration schema;

    @Inject
    public DatabaseHealthCheck(SchemaMigration schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        return schema.failure().map(DatabaseHealthCheck::down).orElseGet(this::query);
    }

    private HealthCheckResponse query() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(RESPONSE_SECONDS)
                    ? HealthCheckResponse.up("database")
                    : down("no response within " + RESPONSE_SECONDS + " s");
        } catch (SQLException failed) {
            return down(SchemaMigration.reason(failed));
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named("database")
                .down()
                .withData("reason", reason)
                .build();
    }
}
