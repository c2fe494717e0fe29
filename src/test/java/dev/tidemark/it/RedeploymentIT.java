package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tidemark.launcher.server.Tidemark;
import jakarta.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Repeated redeployment in a running server: {@code -Dtidemark.fault.times=20}. */
@EnabledIfSystemProperty(named = "tidemark.fault.times", matches = "\\d+")
class RedeploymentIT {

    private static final int TIMES = Integer.getInteger("tidemark.fault.times", 3);

    /** What only soft references keep is collected, as it would be when memory is short. */
    private static final String NO_SOFT_REFERENCES = "-XX:SoftRefLRUPolicyMSPerMB=0";

    /** So many that most threads for requests, each of which still refers to its last one, get a new one. */
    private static final int REQUESTS = 200;

    /** Class loaders that idle threads may refer to nevertheless, however many redeployments there are. */
    private static final int IDLE = 3;

    private static final int COLLECTIONS = 3;
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(180);

    private final HttpClient client = HttpClient.newHttpClient();
    private Tidemark server;
    private ServerProcess process;

    /**
     * After a garbage collection.
     *
     * @param deployments class loaders of the application: the present one, and those that idle threads still refer to
     * @param loaders class loaders of modules and deployments
     */
    private record Usage(int deployments, int loaders, int threads, int processes) {}

    @Nested
    class GivenAServerThatHasRunAPageCheck {

        @Test
        void whenItIsRedeployed_thenClassLoadersThreadsAndBrowsersStayFlat() throws Exception {
            HttpServer site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            site.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 11);
                exchange.getResponseBody().write("<h1>OK</h1>".getBytes(UTF_8));
                exchange.close();
            });
            site.start();
            server = TestServer.another(
                    "redeploy", Map.of("TIDEMARK_FILMSTRIP", "false", "TIDEMARK_JAVA_OPTS", NO_SOFT_REFERENCES));
            try {
                process = ServerProcess.of("redeploy");
                post("/api/v1/probes", """
                        {"id": "redeployed", "url": "http://127.0.0.1:%d/", "every": "PT12H"}""".formatted(site.getAddress().getPort()));
                redeployAndRun();
                Usage first = usage();
                Usage last = first;
                for (int n = 1; n < TIMES; n++) {
                    redeployAndRun();
                    last = usage();
                    System.out.println("redeployment " + n + ": " + last);
                }

                assertThat(last.deployments()).isLessThanOrEqualTo(first.deployments() + IDLE);
                assertThat(last.loaders()).isLessThanOrEqualTo(first.loaders() + 2);
                assertThat(last.threads()).isLessThanOrEqualTo(first.threads() + 10);
                assertThat(last.processes()).isLessThanOrEqualTo(first.processes() + 2);
            } finally {
                server.close();
                site.stop(0);
            }
        }
    }

    private void redeployAndRun() throws Exception {
        Redeployment.of("redeploy").run();
        await(() -> get("/health/ready").statusCode() == 200);
        String run = Json.createReader(new StringReader(
                        post("/api/v1/probes/redeployed/runs", "").body()))
                .readObject()
                .getString("id");
        await(() -> get("/api/v1/runs/" + run).body().contains("\"outcome\":\"OK\""));
    }

    private Usage usage() throws Exception {
        CompletableFuture.allOf(IntStream.range(0, REQUESTS)
                        .mapToObj(n -> client.sendAsync(
                                request("/api/v1/probes").GET().build(), HttpResponse.BodyHandlers.ofString()))
                        .toArray(CompletableFuture[]::new))
                .join();
        for (int n = 0; n < COLLECTIONS; n++) {
            process.jcmd("GC.run");
            process.jcmd("GC.run_finalization");
        }
        int deployments = count("VM.classloaders", "deployment.tidemark.war");
        int loaders = count("VM.classloader_stats", "ModuleClassLoader");
        int threads = process.pid() > 0 ? new File("/proc/" + process.pid() + "/task").list().length : 0;
        return new Usage(deployments, loaders, threads, (int)
                process.handle().descendants().count());
    }

    private int count(String command, String text) throws IOException {
        return (int) process.jcmd(command)
                .lines()
                .filter(line -> line.contains(text))
                .count();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return client.send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address()).resolve(path))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "application/json");
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (!holds(condition)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private static boolean holds(Condition condition) throws Exception {
        try {
            return condition.holds();
        } catch (IOException notYet) {
            return false;
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
