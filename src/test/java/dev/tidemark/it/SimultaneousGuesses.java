package dev.tidemark.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody who tries many passwords of a user on all nodes at the same time. */
final class SimultaneousGuesses {

    private SimultaneousGuesses() {}

    /**
     * The number of answers by status: 401 for each password that was verified, 429 for each that was not.
     *
     * @param nodes their addresses
     */
    static Map<Integer, Long> of(String user, int guesses, List<String> nodes) {
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<Void>>> answers = IntStream.range(0, guesses)
                .mapToObj(n -> HttpRequest.newBuilder(
                                URI.create(nodes.get(n % nodes.size())).resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("user=" + user + "&password=guess-" + n))
                        .build())
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .toList();
        return answers.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    }
}
