package dev.tidemark.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A constant request rate, independent of responses. The time of a request counts from its scheduled start, so that a stalled
 * server is charged for every waiting request (no coordinated omission).
 */
record SteadyLoad(List<String> addresses, int perSecond, Duration span) {
    private static final int SENDERS = 2;

    /** @param asAgain sends the ETag of the previous response, as a browser does that has cached the page */
    Latencies run(boolean asAgain) {
        Map<String, String> tags = new ConcurrentHashMap<>();
        List<CompletableFuture<Latencies.One>> answers = new ArrayList<>();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            HttpClient client = HttpClient.newBuilder().executor(senders).build();
            long start = System.nanoTime();
            long count = perSecond * span.toSeconds();
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String address = addresses.get(i % addresses.size());
                answers.add(ask(client, address, asAgain ? tags : Map.of(), due));
            }
            return new Latencies(answers.stream().map(CompletableFuture::join).toList());
        } finally {
            senders.shutdownNow();
        }
    }

    private static CompletableFuture<Latencies.One> ask(
            HttpClient client, String address, Map<String, String> tags, long due) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip");
        Optional.ofNullable(tags.get(address)).ifPresent(tag -> request.header("If-None-Match", tag));
        boolean remembers = tags instanceof ConcurrentHashMap;
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> {
                    if (remembers) {
                        answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(address, tag));
                    }
                    return new Latencies.One(answer.statusCode(), (System.nanoTime() - due) / 1e6);
                });
    }
}
