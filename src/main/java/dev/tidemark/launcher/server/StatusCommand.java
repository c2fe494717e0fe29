package dev.tidemark.launcher.server;

import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.settings.LauncherSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reports whether the server with these settings is ready: exit code 0 if it is, as health checks expect. */
public final class StatusCommand implements LauncherCommand {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int HTTP_OK = 200;

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "Show whether the server is running and ready.";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        URI address =
                URI.create(LauncherSettings.of(LauncherSettings.ofThisProcess()).address());
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        HttpRequest ready = HttpRequest.newBuilder(address.resolve("health/ready"))
                .timeout(TIMEOUT)
                .build();
        try {
            int status =
                    client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == HTTP_OK) {
                out.println("Tidemark is ready at " + address);
                return SUCCESS;
            }
            out.println("Tidemark is running at " + address + " but not ready (status " + status + "). See " + address
                    + "health/ready.");
        } catch (IOException unreachable) {
            out.println("Tidemark is not running at " + address + " (" + unreachable + ").");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return FAILURE;
    }
}
