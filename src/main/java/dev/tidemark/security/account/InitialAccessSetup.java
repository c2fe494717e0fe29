package dev.tidemark.security.account;

import dev.tidemark.platform.runtime.SchemaMigration;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Creates the initial user and token once the tables exist. Ready means that users can sign in. */
@Readiness
@ApplicationScoped
public class InitialAccessSetup implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(InitialAccessSetup.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final Accounts accounts;
    private final AccountSettings settings;
    private final SchemaMigration schema;
    private volatile boolean done;
    private Future<?> retries;

    @Inject
    public InitialAccessSetup(Accounts accounts, AccountSettings settings, SchemaMigration schema) {
        this.accounts = accounts;
        this.settings = settings;
        this.schema = schema;
    }

    void begin(@Observes @Priority(2) Startup startup) {
        attempt();
        if (!done) {
            retries = executor.scheduleWithFixedDelay(this::attempt, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void end() {
        if (retries != null) {
            retries.cancel(false);
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("access").status(done).build();
    }

    private void attempt() {
        if (done || !schema.isCurrent()) {
            return;
        }
        try {
            writeCredentials(accounts.setUp(settings.password(), settings.token(), settings.isLoopbackOnly()));
            done = true;
        } catch (RuntimeException databaseUnavailable) {
            LOG.log(Level.WARNING, "The first user cannot be created yet; will retry", databaseUnavailable);
        }
    }

    private void writeCredentials(InitialCredentials credentials) {
        if (credentials.isEmpty()) {
            return;
        }
        try {
            credentials.writeTo(settings.data().orElseThrow(() -> new IOException("TIDEMARK_DATA_DIR is not set")));
        } catch (IOException notWritten) {
            LOG.log(
                    Level.SEVERE,
                    "A user and a token were created, but cannot be shown; set TIDEMARK_ADMIN_PASSWORD and TIDEMARK_API_TOKEN"
                            + " and restart",
                    notWritten);
        }
    }
}
