package dev.tidemark.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A change through every route that changes data, with the entry that it leaves. The order matters: later changes use the objects
 * of earlier ones.
 */
final class AuditedRoutes {

    /** Routes of the API that only compute something. */
    static final Set<String> COMPUTING = Set.of("POST /api/v1/journeys/import", "POST /api/v1/budgets/import");

    static final String SECRET = "canary-7f3e-never-in-the-audit-log";

    private static final String PROBE = """
            {"id": "%s", "name": "%s", "url": "http://127.0.0.1:9/", "every": "PT1H", "enabled": false,
             "headers": {"Authorization": "Bearer %s"}}""";
    private static final String BUNDLE =
            "probes:\n  - {id: %s, url: 'http://127.0.0.1:9/', every: PT1H, enabled: false}\n";
    private static final String WINDOW = """
            {"id": "%s", "name": "%s", "from": "2099-01-01T00:00:00Z", "until": "2099-01-01T01:00:00Z", "probes": ["audited"]}""";
    private static final String GROUP = """
            {"id": "%s", "name": "%s", "members": ["audit@audit.example", "https://hooks.example/%s"]}""";

    /** The work of a row. */
    interface Call {
        void make(AuditClient client) throws Exception;
    }

    /**
     * A change.
     *
     * @param route as the OpenAPI document names it, or the path of a page
     * @param entry action and type of the object
     */
    record Row(String route, String entry, Call call) {
        @Override
        public String toString() {
            return route + ": " + entry;
        }
    }

    private final String id = "audit-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID incident = UUID.randomUUID();
    private final UUID notification = UUID.randomUUID();
    private final List<Row> rows = new ArrayList<>();

    static List<Row> all() {
        AuditedRoutes routes = new AuditedRoutes();
        routes.probes();
        routes.alerting();
        routes.accounts();
        routes.secrets();
        routes.pages();
        return List.copyOf(routes.rows);
    }

    private void api(String route, String entry, String path, String body, String... headers) {
        String method = route.substring(0, route.indexOf(' '));
        add(route.replace(" ", " /api/v1"), entry, client -> client.json(method, path, body, headers));
    }

    private void page(String route, String entry, String path, String... fields) {
        add(route, entry, client -> client.form(path, fields));
    }

    private void add(String route, String entry, Call call) {
        rows.add(new Row(route, entry, call));
    }

    private void probes() {
        String probe = "/probes/" + id;
        api("POST /probes", "create probe", "/probes", PROBE.formatted(id, "A", SECRET));
        api("PUT /probes/{id}", "update probe", probe, PROBE.formatted(id, "B", SECRET + "2"), "If-Match", "*");
        api("POST /probes/{id}/resume", "resume probe", probe + "/resume", "");
        api("POST /probes/{id}/pause", "pause probe", probe + "/pause", "");
        api("POST /probes/{id}/runs", "run probe", probe + "/runs", "");
        api("POST /probes/{id}/budgets/presets/{name}", "update probe", probe + "/budgets/presets/core-web-vitals", "");
        add("POST /api/v1/probes/{id}/budgets/suggestions", "update probe", client -> {
            AuditedRows.history(id);
            client.json("POST", probe + "/budgets/suggestions", "");
        });
        api("DELETE /probes/{id}", "delete probe", probe, "");
        api("POST /apply", "create probe", "/apply", BUNDLE.formatted(id + "-b"));
        api("POST /markers", "create annotation", "/markers", "{\"title\": \"v1\"}");
        add("DELETE /api/v1/markers/{id}", "delete annotation", client -> {
            String marker =
                    AuditClient.entries("object=annotation&limit=1").get(0).getString("objectId");
            client.json("DELETE", "/markers/" + marker, "");
        });
    }

    private void alerting() {
        api("POST /maintenance", "create maintenance-window", "/maintenance", WINDOW.formatted(id, "A"));
        api("PUT /maintenance/{id}", "update maintenance-window", "/maintenance/" + id, WINDOW.formatted(id, "B"));
        api("DELETE /maintenance/{id}", "delete maintenance-window", "/maintenance/" + id, "");
        api("PUT /recipients/{id}", "create contact-group", "/recipients/" + id, GROUP.formatted(id, "A", SECRET));
        api("POST /recipients/{id}/digest", "send-digest contact-group", "/recipients/" + id + "/digest", "");
        api("DELETE /recipients/{id}", "delete contact-group", "/recipients/" + id, "");
        add("DELETE /api/v1/recipients/unsubscribed/{address}", "subscribe recipient", client -> {
            AuditedRows.unsubscribe("a@" + id + ".example");
            client.json("DELETE", "/recipients/unsubscribed/a@" + id + ".example", "");
        });
        api("POST /outbox/tests", "send-test recipient", "/outbox/tests", "{\"to\": \"test@audit.example\"}");
        add("POST /api/v1/outbox/{id}/delivery", "retry notification", client -> {
            AuditedRows.failedNotification(notification);
            client.json("POST", "/outbox/" + notification + "/delivery", "");
        });
        add("POST /api/v1/incidents/{id}/acknowledgement", "acknowledge incident", client -> {
            AuditedRows.incident(incident);
            client.json("POST", "/incidents/" + incident + "/acknowledgement", "{}");
        });
        String path = "/incidents/" + incident;
        api("DELETE /incidents/{id}/acknowledgement", "unacknowledge incident", path + "/acknowledgement", "");
        api("POST /incidents/{id}/comments", "comment incident", path + "/comments", "{\"text\": \"audited\"}");
        api("POST /incidents/{id}/resolution", "resolve incident", path + "/resolution", "{}");
    }

    private void accounts() {
        String user = "{\"name\": \"%s\", \"role\": \"reader\", \"password\": \"%s\"}".formatted(id, SECRET);
        api("POST /users", "create user", "/users", user);
        api("PATCH /users/{name}", "update user", "/users/" + id, "{\"password\": \"" + SECRET + "2\"}");
        api("DELETE /users/{name}", "delete user", "/users/" + id, "");
        api("POST /tokens", "create token", "/tokens", "{\"name\": \"" + id + "\", \"scope\": \"read\"}");
        add("DELETE /api/v1/tokens/{id}", "delete token", client -> {
            String token = AuditClient.entries("object=token/" + id)
                    .get(0)
                    .getJsonObject("after")
                    .getString("id");
            client.json("DELETE", "/tokens/" + token, "");
        });
    }

    private void secrets() {
        String path = "/settings/secrets";
        String value = "{\"value\": \"" + SECRET + "\"}";
        api("PUT /secrets/{name}", "create secret", "/secrets/" + id, value);
        api("PUT /secrets/{name}", "update secret", "/secrets/" + id, value);
        api("DELETE /secrets/{name}", "delete secret", "/secrets/" + id, "");
        page(path, "create secret", path, "act", "put", "name", id, "value", SECRET);
        page(path, "delete secret", path, "act", "delete", "name", id);
    }

    private void pages() {
        String probe = id + "-p";
        String group = id + "-g";
        page("/probes/new", "create probe", "/probes/new", probeForm(probe, "A"));
        page("/probes/{id}/edit", "update probe", "/probes/" + probe + "/edit", probeForm(probe, "B"));
        for (String action : List.of("resume", "pause", "run")) {
            page("/actions/*", action + " probe", "/actions/" + action, "probe", probe);
        }
        page(
                "/actions/adopt-preset",
                "update probe",
                "/actions/adopt-preset",
                "probe",
                probe,
                "preset",
                "core-web-vitals");
        add("/actions/adopt-suggestion", "update probe", client -> {
            AuditedRows.history(probe);
            client.form("/actions/adopt-suggestion", "probe", probe);
        });
        page("/actions/*", "delete probe", "/actions/delete", "probe", probe);
        page("/markers", "create annotation", "/markers", "title", "v2", "kind", "note", "at", "", "scope", "");
        add(
                "/markers",
                "delete annotation",
                client -> client.form(
                        "/markers",
                        "delete",
                        AuditClient.entries("object=annotation&limit=1").get(0).getString("objectId")));
        page("/maintenance", "create maintenance-window", "/maintenance", windowForm());
        page("/actions/window-end", "delete maintenance-window", "/actions/window-end", "id", group);
        page("/recipients/new", "create contact-group", "/recipients/new", groupForm(group));
        page("/recipients/{id}", "update contact-group", "/recipients/" + group, groupForm(group));
        page("/actions/digest", "send-digest contact-group", "/actions/digest", "list", group);
        page("/actions/list-test", "send-test recipient", "/actions/list-test", "list", group);
        page("/recipients/{id}", "delete contact-group", "/recipients/" + group, "delete", "yes");
        page("/actions/letter-test", "send-test recipient", "/actions/letter-test", "to", "test@audit.example");
        add("/actions/letter-again", "retry notification", client -> {
            UUID failed = UUID.randomUUID();
            AuditedRows.failedNotification(failed);
            client.form("/actions/letter-again", "letter", failed.toString());
        });
        for (String action : List.of("acknowledge", "snooze", "unacknowledge", "resolve", "comment")) {
            add("/actions/incident", ("snooze".equals(action) ? "acknowledge" : action) + " incident", client -> {
                UUID open = UUID.randomUUID();
                AuditedRows.incident(open);
                if ("unacknowledge".equals(action)) {
                    client.form("/actions/incident", "action", "acknowledge", "incident", open.toString());
                }
                client.form("/actions/incident", "action", action, "incident", open.toString(), "text", "audited");
            });
        }
        add("/actions/subscribe", "subscribe recipient", client -> {
            AuditedRows.unsubscribe("b@" + id + ".example");
            client.form("/actions/subscribe", "address", "b@" + id + ".example");
        });
        accountPages();
    }

    private void accountPages() {
        String path = "/settings/access";
        String user = id + "-u";
        page(path, "create user", path, "act", "user", "name", user, "role", "reader", "password", SECRET);
        page(path, "update user", path, "act", "role", "of", user, "role", "operator");
        add(
                path,
                "update user",
                client -> client.form(
                        path,
                        "act",
                        "password",
                        "of",
                        user,
                        "password",
                        SECRET + "3",
                        "changed",
                        changed(client, user)));
        add("/settings/password", "update user", client -> AuditClient.signedIn(user, SECRET + "3")
                .form(
                        "/settings/password",
                        "oldPassword",
                        SECRET + "3",
                        "password",
                        SECRET + "4",
                        "again",
                        SECRET + "4"));
        page(path, "delete user", path, "act", "remove", "of", user);
        page(path, "create token", path, "act", "token", "name", user, "scope", "read", "expires", "");
        add(path, "delete token", client -> {
            String token = AuditClient.entries("object=token/" + user)
                    .get(0)
                    .getJsonObject("after")
                    .getString("id");
            client.form(path, "act", "revoke", "of", token);
        });
        add("/login", "sign-in session", client -> AuditClient.signedIn());
        add("/logout", "sign-out session", client -> client.form("/logout"));
    }

    private static String changed(AuditClient client, String user) throws Exception {
        return AuditClient.read(client.get("/api/v1/users?limit=500")).getJsonArray("items").stream()
                .map(one -> one.asJsonObject())
                .filter(one -> one.getString("name").equals(user))
                .map(one -> one.getString("passwordChangedAt"))
                .findFirst()
                .orElseThrow();
    }

    private String[] probeForm(String probe, String name) {
        return new String[] {
            "slug",
            probe,
            "name",
            name,
            "url",
            "http://127.0.0.1:9/",
            "every",
            "PT1H",
            "samples",
            "1",
            "profile",
            "desktop",
            "locations",
            "default",
            "version",
            "1",
            "more",
            "{\"headers\":{\"Authorization\":\"Bearer " + SECRET + "\"}}"
        };
    }

    private String[] windowForm() {
        return new String[] {
            "id", id + "-g", "name", "W", "probes", "audited", "from", "2099-01-01T00:00", "until", "2099-01-01T01:00"
        };
    }

    private static String[] groupForm(String group) {
        return new String[] {"slug", group, "name", "G", "members", "audit@audit.example\nhttps://127.0.0.1:9/" + SECRET
        };
    }
}
