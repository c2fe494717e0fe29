package dev.tidemark.platform.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check: the data directory can be written to. On a full disk no browser starts and no result is stored. */
@Readiness
@ApplicationScoped
public class DiskHealthCheck implements HealthCheck {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final DataDisk disk;
    private final TtlCache<Path, DataDisk.State> states;

    @Inject
    public DiskHealthCheck(
            @ConfigProperty(name = "tidemark.data.dir", defaultValue = "data") String data, Clock clock) {
        this.disk = new DataDisk(Path.of(data));
        this.states = new TtlCache<>(INTERVAL, 1, clock);
    }

    @Override
    public HealthCheckResponse call() {
        DataDisk.State state = states.get(disk.folder(), disk::state);
        var response = HealthCheckResponse.named("disk")
                .status(state.problem().isEmpty())
                .withData("directory", disk.folder().toString())
                .withData("freeBytes", state.freeBytes());
        state.problem().ifPresent(problem -> response.withData("reason", problem));
        return response.build();
    }
}
