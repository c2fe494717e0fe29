package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Whether the HTTP port is free, or used by this Tidemark. */
final class PortCheck implements InstallationCheck {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "port";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) throws InterruptedException {
        try {
            Ports.requireFree(settings.host(), settings.port());
            return List.of(Finding.ok(
                    name(),
                    "Port " + settings.port() + " of " + settings.host() + " is free; the server is not running."));
        } catch (LaunchException taken) {
            String answer = live(settings);
            return List.of(
                    answer.contains("\"status\"")
                            ? Finding.ok(name(), "Tidemark responds at " + settings.address() + ".")
                            : Finding.failed(name(), taken.getMessage(), ""));
        }
    }

    private static String live(LauncherSettings settings) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.address()).resolve("health/live"))
                .timeout(LIMIT)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException noAnswer) {
            return "";
        }
    }
}
