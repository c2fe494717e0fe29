package dev.tidemark.it.malformed;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Sends generated requests over a few connections at a time, and complains about responses that the API does not document. */
final class MalformedLoad {
    private static final int CONNECTIONS = 4;
    private static final int ENOUGH_COMPLAINTS = 10;
    private static final int MINUTES = 60;
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private final TestServer server;
    private final MalformedRequestGenerator generator;
    private final List<String> complaints = new ArrayList<>();
    private int left;

    MalformedLoad(TestServer server, MalformedRequestGenerator generator) {
        this.server = server;
        this.generator = generator;
    }

    /** The complaints so far; stops after ten. */
    List<String> send(int count) throws Exception {
        left = count;
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CONNECTIONS; client++) {
                all.add(clients.submit(() -> {
                    sendAll();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(MINUTES, TimeUnit.MINUTES);
            }
        } finally {
            clients.shutdownNow();
        }
        return List.copyOf(complaints);
    }

    private synchronized MalformedRequest next() {
        return left-- > 0 && complaints.size() < ENOUGH_COMPLAINTS ? generator.next() : null;
    }

    private synchronized void complain(String complaint, MalformedRequest request) {
        complaints.add(complaint + "\n" + request);
    }

    private void sendAll() throws IOException {
        RawConnection connection = new RawConnection(server.at("/"));
        for (MalformedRequest request = next(); request != null; request = next()) {
            if (!connection.isReusable()) {
                connection.close();
                connection = new RawConnection(server.at("/"));
            }
            try {
                byte[] bytes = request.bytes("127.0.0.1:" + server.at("/").getPort(), TestServer.TOKEN);
                String complaint = complaint(
                        request, connection.exchange(bytes, !request.method().equals("HEAD")));
                if (!complaint.isEmpty()) {
                    complain(complaint, request);
                }
            } catch (IOException failed) {
                complain(failed.toString(), request);
                connection.close();
                connection = new RawConnection(server.at("/"));
            }
        }
        connection.close();
    }

    private static String complaint(MalformedRequest request, RawResponse response) {
        String text = response.text();
        if (response.status() >= 500) {
            return "status " + response.status() + ": " + text;
        }
        if (text.contains("\tat ") || text.contains("Exception:")) {
            return "a stack trace: " + text;
        }
        if (response.body().length == 0 || !isDocumented(request)) {
            return "";
        }
        if (response.status() >= 400) {
            return isProblem(response) ? "" : "no problem details: " + response.mediaType() + " " + text;
        }
        Set<String> types = request.operation().produces().getOrDefault(String.valueOf(response.status()), Set.of());
        return types.contains(response.mediaType()) || types.contains("*/*")
                ? ""
                : "status " + response.status() + " with " + response.mediaType() + " is not documented";
    }

    /** Requests with another method reach another operation, or none. */
    private static boolean isDocumented(MalformedRequest request) {
        return request.method().equals(request.operation().method())
                && request.operation().path().startsWith("/api/");
    }

    private static boolean isProblem(RawResponse response) {
        try {
            JsonObject problem =
                    JSON.createReader(new StringReader(response.text())).readObject();
            return response.mediaType().equals("application/problem+json")
                    && problem.getInt("status") == response.status()
                    && !problem.getString("title").isEmpty();
        } catch (JsonException | NullPointerException | ClassCastException wrong) {
            return false;
        }
    }
}
