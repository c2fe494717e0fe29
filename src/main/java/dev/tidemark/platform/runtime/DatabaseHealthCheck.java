package dev.tidemark.platform.runtime;

import dev.tidemark.platform.database.DatabaseMonitor;
import dev.tidemark.platform.database.DatabaseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check: the database responds within a second and accepts writes, and its schema is up to date. */
@Readiness
@ApplicationScoped
public class DatabaseHealthCheck implements HealthCheck {

    private final SchemaMigration schema;
    private final DatabaseMonitor database;

    @Inject
    public DatabaseHealthCheck(SchemaMigration schema, DatabaseMonitor database) {
        this.schema = schema;
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        DatabaseStatus status = database.check();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        if (!status.isAvailable()) {
            status.lastReachable().ifPresent(at -> response.withData("lastReachable", at.toString()));
            return response.down().withData("reason", status.reason()).build();
        }
        return schema.failure()
                .map(reason -> response.down().withData("reason", reason))
                .orElseGet(response::up)
                .build();
    }
}
