package dev.tidemark.it.release;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The first result of the calibration page, which every new installation measures. */
final class FirstDataPoint {
    /** To be set as TIDEMARK_API_TOKEN. */
    static final String TOKEN = "token-of-the-package-tests";

    private static final int SECONDS = 180;
    private final URI runs;
    private final HttpClient client = HttpClient.newHttpClient();

    FirstDataPoint(int port) {
        runs = URI.create("http://127.0.0.1:" + port + "/api/v1/probes/calibration/runs");
    }

    /** Waits for it. The limit is that of the acceptance test: 3 minutes from the archive. */
    void await() throws InterruptedException {
        Shell.await("first data point at " + runs, SECONDS, this::isThere);
    }

    boolean isThere() {
        try {
            HttpRequest request = HttpRequest.newBuilder(runs)
                    .header("Authorization", "Bearer " + TOKEN)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body().matches("(?s).*\"outcome\": ?\"OK\".*");
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
