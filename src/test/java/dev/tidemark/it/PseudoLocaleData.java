package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Probes in each state, their runs, an incident and its e-mails, in a product of its own. Names are Greek and ids begin with zz, so
 * that a test knows them from texts.
 *
 * @param address of the product
 * @param runs the ids of the runs, by probe
 * @param incident the id of the first one
 */
record PseudoLocaleData(String address, Map<String, List<String>> runs, String incident) {

    static final String VIEWER_PASSWORD = "a password of the tests";

    private static final String DOMAIN = "zz-pseudo.example";
    private static final String NAME = "Ωμέγα";
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern LINK = Pattern.compile("/letters/\\w+\\?token=[\\w.=-]+");

    /** Creates everything, and waits until the last e-mail has arrived. */
    static PseudoLocaleData measured(String address, Path probes) throws Exception {
        PseudoLocaleData data = new PseudoLocaleData(address, new LinkedHashMap<>(), "");
        data.definitions(probes);
        for (String probe : List.of("zz-failing", "zz-degraded", "zz-passing", "zz-down", "zz-way")) {
            data.run(probe);
        }
        data.await("/api/v1/incidents?state=open", "zz-failing");
        String incident = data.incidentOf("zz-failing");
        data.run("zz-failing");
        data.run("zz-down");
        data.send("PUT", "/api/v1/recipients/zz-team", data.group());
        data.send("POST", "/api/v1/recipients/zz-team/digest", "");
        data.send("POST", "/api/v1/outbox/tests", "{\"to\": \"test@" + DOMAIN + "\"}");
        data.send("POST", "/api/v1/outbox/tests", "{\"to\": \"http://127.0.0.1:2/zz\"}");
        data.recover();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (data.mails().size() < 5 && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        return new PseudoLocaleData(address, data.runs, incident);
    }

    private void definitions(Path probes) throws Exception {
        Files.writeString(probes.resolve("zz-file.yaml"), """
                id: zz-file
                name: Άλφα
                url: http://127.0.0.1:2/
                every: P1D
                enabled: false
                """);
        Files.writeString(probes.resolve("zz-invalid.yaml"), "id: No Slug\nurll: 127.0.0.1\nevery: 5\n");
        String page = "\"url\": \"" + address + "calibration/\", \"every\": \"P1D\", \"samples\": 1";
        create("zz-failing", page + """
                , "views": ["first", "repeat"], "steps": [{"click": "body"}], "tags": ["zz-tag"], "notify": ["list:zz-team"],
                "budgets": [%s, {"metric": "LCP", "statistic": "median", "max": 1, "severity": "warning", "target": 1},
                  {"metric": "CLS", "statistic": "p75", "max": 0.1, "window": "P7D"}, {"metric": "UPTIME", "min": 99, "window": "P30D"},
                  {"noResultFor": "P2D"}, {"metric": "TBT", "maxIncrease": "10%%", "against": "deploy"},
                  {"preset": "core-web-vitals"}]""".formatted(limit(1, "critical")));
        create("zz-degraded", page + ", \"budgets\": [" + limit(1, "warning") + "]");
        create("zz-passing", """
                "kind": "http", "url": "%shealth/live", "every": "P1D", "budgets": [{"metric": "TTFB", "max": 60000}]""".formatted(address));
        create("zz-down", """
                "kind": "http", "url": "http://127.0.0.1:2/", "every": "P1D", "notify": ["down@%s"]""".formatted(DOMAIN));
        create("zz-way", """
                "journey": [{"open": "%scalibration/"}, {"click": "body"}, {"expect": {"selector": "#zz", "text": "zz"}}],
                "every": "P1D", "samples": 1, "timeout": "PT10S\"""".formatted(address));
        create("zz-paused", page + ", \"enabled\": false");
        create("zz-new", page);
        send("PUT", "/api/v1/recipients/zz-team", group());
        send(
                "POST",
                "/api/v1/users",
                "{\"name\": \"zz-viewer\", \"role\": \"reader\", \"password\": \"" + VIEWER_PASSWORD + "\"}");
        send("POST", "/api/v1/tokens", "{\"name\": \"zz-ci\", \"scope\": \"read\"}");
        send("POST", "/api/v1/markers", "{\"title\": \"v1.4.2\", \"probe\": \"zz-failing\", \"kind\": \"deploy\"}");
        send("POST", "/api/v1/markers", "{\"title\": \"ναι\", \"kind\": \"note\"}");
        send("POST", "/api/v1/markers", "{\"title\": \"ναι\", \"kind\": \"note\", \"tag\": \"zz-tag\"}");
        window(
                "zz-weekly",
                "\"start\": \"02:00\", \"length\": \"PT2H\", \"zone\": \"Europe/Berlin\", \"weekdays\": [\"sunday\"]");
        window("zz-monthly", "\"start\": \"02:00\", \"length\": \"PT2H\", \"days\": [1, 15], \"tags\": [\"zz-none\"]");
        window("zz-cron", "\"cron\": \"0 3 * * 1\", \"length\": \"PT2H\"");
        window("zz-once", "\"from\": \"2096-11-21T14:00:00Z\", \"until\": \"2096-11-21T15:00:00Z\"");
    }

    private static String limit(int max, String severity) {
        return """
                {"metric": "LCP", "statistic": "median", "max": %d, "severity": "%s", "breaches": 1, "of": 1}""".formatted(max, severity);
    }

    private String group() {
        return """
                {"name": "%s", "members": ["team@%s"], "remindEvery": "PT4H", "digest": "weekly", "escalateAfter": "PT30M",
                 "escalateTo": "zz-others", "quiet": {"start": "02:00", "length": "PT1M", "weekdays": ["sunday"], "days": [31]}}""".formatted(NAME, DOMAIN);
    }

    private void create(String id, String rest) throws Exception {
        HttpResponse<String> answer =
                send("POST", "/api/v1/probes", "{\"id\": \"" + id + "\", \"name\": \"" + NAME + "\", " + rest + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void window(String id, String when) throws Exception {
        HttpResponse<String> answer = send(
                "POST",
                "/api/v1/maintenance",
                "{\"id\": \"" + id + "\", \"name\": \"Ναι\", \"probes\": [\"zz-none\"], " + when + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void run(String probe) throws Exception {
        String id = json(send("POST", "/api/v1/probes/" + probe + "/runs", "")).getString("id");
        await("/api/v1/runs/" + id + "?wait=PT60S", "\"state\":\"ended\"");
        runs.computeIfAbsent(probe, one -> new ArrayList<>()).add(id);
    }

    private void recover() throws Exception {
        HttpResponse<String> now = send("GET", "/api/v1/probes/zz-failing", "");
        String raised = now.body().replace("\"max\":1,", "\"max\":60000,").replace("\"max\":1.0,", "\"max\":60000,");
        HttpRequest.Builder put = request("/api/v1/probes/zz-failing")
                .header("If-Match", now.headers().firstValue("ETag").orElseThrow())
                .PUT(HttpRequest.BodyPublishers.ofString(raised));
        assertThat(CLIENT.send(put.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        run("zz-failing");
        run("zz-failing");
    }

    private String incidentOf(String probe) throws Exception {
        return json(send("GET", "/api/v1/incidents?state=open", "")).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getString("probe").equals(probe))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    /** All pages for a person who is signed in, without those that only a form leads to. */
    List<String> pages() {
        String failing = "/probes/zz-failing";
        List<String> first = runs.get("zz-failing");
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/?state=failing&q=zz",
                "/?q=nothing",
                "/?group=tag",
                failing,
                failing + "?metric=CLS&range=24h",
                failing + "?from=2020-01-01&to=2020-01-02",
                "/probes/zz-new",
                "/probes/zz-paused",
                "/probes/zz-file",
                "/probes/zz-passing",
                "/probes/zz-down",
                "/probes/zz-way",
                failing + "/runs",
                failing + "/runs?outcome=TIMEOUT",
                failing + "/budgets",
                "/probes/zz-file/budgets",
                "/budgets",
                "/budgets/core-web-vitals?probe=zz-failing",
                "/incidents",
                "/incidents?state=resolved",
                "/incidents?probe=zz-new",
                "/incidents/" + incident,
                "/markers",
                "/markers?probe=zz-failing",
                "/maintenance",
                "/recipients",
                "/recipients/new",
                "/recipients/zz-team",
                "/recipients/zz-team/digest",
                "/probes/new",
                failing + "/edit",
                "/probes/zz-file/edit",
                "/settings",
                "/settings/access",
                "/settings/access?user=zz-viewer",
                "/settings/access?user=admin",
                "/settings/password",
                "/help",
                "/compare",
                "/compare?probe=zz-failing&last=day",
                "/compare?a=" + first.get(0) + "&b=" + first.get(1),
                "/compare?a=" + first.get(0) + "&b=none",
                "/compare?run=" + first.get(1) + "&with=usual"));
        runs.values().forEach(all -> pages.add("/runs/" + all.get(all.size() - 1)));
        return pages;
    }

    List<String> drawings() {
        String run = "/runs/" + runs.get("zz-failing").get(0) + "/";
        String probe = "/probes/zz-failing/";
        return List.of(
                run + "waterfall.svg",
                run + "timeline.svg",
                run + "film.svg",
                run + "lcp.svg",
                run + "bytes.svg",
                probe + "chart.svg",
                probe + "chart.svg?metric=CLS",
                probe + "histogram.svg",
                probe + "sparkline.svg",
                "/probes/zz-new/chart.svg",
                "/probes/zz-new/histogram.svg",
                "/badge/zz-failing/LCP.svg",
                "/badge/zz-new/LCP.svg");
    }

    List<MimeMessage> mails() {
        return Stream.of(TestServer.running().mail().getReceivedMessagesForDomain(DOMAIN))
                .toList();
    }

    /** The links of the e-mails that need no sign-in. */
    List<String> mailLinks() throws Exception {
        List<String> found = new ArrayList<>();
        for (MimeMessage mail : mails()) {
            String header = mail.getHeader("List-Unsubscribe") == null ? "" : mail.getHeader("List-Unsubscribe")[0];
            LINK.matcher(header).results().map(link -> link.group()).limit(1).forEach(found::add);
        }
        return found.subList(0, 1);
    }

    /** Answers to invalid requests. */
    Map<String, String> refused() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        String nothing = "{}";
        for (String path : List.of("probes", "maintenance", "markers", "users", "tokens", "outbox/tests", "runs")) {
            answers.put("POST " + path, send("POST", "/api/v1/" + path, nothing).body());
        }
        answers.put(
                "PUT recipients",
                send("PUT", "/api/v1/recipients/zz-x", nothing).body());
        answers.put("POST invalid JSON", send("POST", "/api/v1/probes", "{").body());
        answers.put("POST invalid probe", send("POST", "/api/v1/probes", """
                {"id": "No Slug", "url": "127.0.0.1", "every": "5", "samples": 99, "profile": "zz", "urll": 1,
                 "budgets": [{"metric": "LPC", "max": -1}, {"metric": "LCP", "statistic": "zz", "max": 1, "severity": "zz"}],
                 "notify": ["zz"], "locations": [], "tags": ["a,b"], "cron": "0 0 0 0 0", "zone": "zz"}""").body());
        for (String path : List.of(
                "probes/zz-none",
                "runs/none",
                "incidents/none",
                "probes/zz-new/trend?metric=LPC&from=zz",
                "nowhere",
                "probes?limit=0",
                "incidents?state=odd",
                "probes/zz-new/runs?cursor=zz",
                "recipients/zz-none",
                "markers?from=zz")) {
            answers.put("GET " + path, send("GET", "/api/v1/" + path, "").body());
        }
        answers.put(
                "import",
                send("POST", "/api/v1/budgets/import?format=lighthouse", """
                [{"path": "/*", "zz": 1, "timings": [{"metric": "zz", "budget": 1}]}]""").body());
        return answers;
    }

    /** The values of an answer that are sentences: titles, details and reasons. */
    static List<String> sentences(String json) {
        List<String> found = new ArrayList<>();
        collect(Json.createReader(new StringReader(json)).readValue(), "", found);
        return found;
    }

    private static void collect(JsonValue value, String name, List<String> found) {
        switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().forEach((key, one) -> collect(one, key, found));
            case ARRAY -> value.asJsonArray().forEach(one -> collect(one, name, found));
            case STRING -> {
                if (List.of("title", "detail", "reason").contains(name)) {
                    found.add(((JsonString) value).getString());
                }
            }
            default -> {}
        }
    }

    String get(String path) throws Exception {
        return send("GET", path, "").body();
    }

    private void await(String path, String text) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        String body = get(path);
        while (!body.contains(text) && System.nanoTime() < deadline) {
            Thread.sleep(200);
            body = get(path);
        }
        assertThat(body).contains(text);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address).resolve(path))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Accept-Language", PseudoLocale.TAG)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return CLIENT.send(request(path).method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
