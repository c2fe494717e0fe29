package dev.tidemark.it;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Clients that send one request after the other until one is not answered with 200, so that some are being handled at any moment. */
final class RequestsInFlight {
    private static final int CLIENTS_PER_PATH = 3;

    private final List<Future<Duration>> last = new ArrayList<>();
    private final ExecutorService clients;
    private final OutageSetup setup;

    RequestsInFlight(OutageSetup setup, List<String> paths) throws InterruptedException {
        this.setup = setup;
        this.clients = Executors.newFixedThreadPool(paths.size() * CLIENTS_PER_PATH);
        for (String path : paths) {
            for (int client = 0; client < CLIENTS_PER_PATH; client++) {
                last.add(clients.submit(() -> untilRefused(path)));
            }
        }
        TimeUnit.SECONDS.sleep(1);
    }

    /** The time that the last request took. */
    private Duration untilRefused(String path) throws Exception {
        while (true) {
            long sent = System.nanoTime();
            HttpResponse<String> response = setup.send(setup.request(path).GET());
            Duration taken = Duration.ofNanos(System.nanoTime() - sent);
            if (response.statusCode() == 503) {
                return taken;
            }
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " " + response.statusCode() + " " + response.body());
            }
        }
    }

    /** The longest that a client waited to hear of the outage. */
    Duration longest() throws Exception {
        clients.shutdown();
        Duration longest = Duration.ZERO;
        for (Future<Duration> one : last) {
            Duration taken = one.get(1, TimeUnit.MINUTES);
            longest = taken.compareTo(longest) > 0 ? taken : longest;
        }
        System.out.println("requests in flight ended after at most " + longest.toMillis() + " ms");
        return longest;
    }
}
