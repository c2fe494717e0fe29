package dev.tidemark.security.auth;

import java.util.List;
import java.util.Optional;

/**
 * The access rule of every route: the only place that decides who may use what. A request takes the first entry that matches; one
 * that matches none is for admins only, for whom the server responds with 404 or 405. A test fails for a route that is not listed, and
 * compares the table with the manual.
 */
final class AccessTable {

    /** Fixed paths before those with variables. HEAD and OPTIONS are as GET. */
    private static final String TABLE = """
            GET     /login                                          PUBLIC
            POST    /login                                          PUBLIC
            GET     /login/oidc                                     PUBLIC
            GET     /login/oidc/callback                            PUBLIC
            GET     /login/code                                     PUBLIC
            POST    /login/code                                     PUBLIC
            POST    /logout                                         PUBLIC
            GET     /letters/**                                     PUBLIC
            POST    /letters/**                                     PUBLIC
            GET     /health                                         PUBLIC
            GET     /health/live                                    PUBLIC
            GET     /health/ready                                   PUBLIC
            GET     /metrics                                        PUBLIC
            GET     /openapi                                        PUBLIC
            GET     /assets/**                                      PUBLIC
            GET     /calibration                                    PUBLIC
            GET     /calibration/**                                 PUBLIC
            GET     /favicon.ico                                    PUBLIC
            GET     /robots.txt                                     PUBLIC
            GET     /badge/**                                       BADGE
            GET     /                                               VIEW
            GET     /budgets                                        VIEW
            GET     /budgets/{name}                                 VIEW
            GET     /compare                                        VIEW
            GET     /go/run                                         VIEW
            GET     /help                                           VIEW
            GET     /help/{name}                                    VIEW
            GET     /help/{folder}/{name}                           VIEW
            GET     /help-images/**                                 VIEW
            GET     /incidents                                      VIEW
            GET     /incidents/{id}                                 VIEW
            GET     /maintenance                                    VIEW
            POST    /maintenance                                    EDIT
            GET     /markers                                        VIEW
            POST    /markers                                        EDIT
            GET     /probes/new                                     EDIT
            POST    /probes/new                                     EDIT
            GET     /probes/{id}                                    VIEW
            GET     /probes/{id}/edit                               EDIT
            POST    /probes/{id}/edit                               EDIT
            GET     /probes/{id}/budgets                            VIEW
            GET     /probes/{id}/runs                               VIEW
            GET     /probes/**                                      VIEW
            GET     /progress/trials/**                             EDIT
            GET     /progress/**                                    VIEW
            GET     /recipients                                     VIEW
            GET     /recipients/new                                 EDIT
            POST    /recipients/new                                 EDIT
            GET     /recipients/{id}                                VIEW
            POST    /recipients/{id}                                EDIT
            GET     /recipients/**                                  VIEW
            POST    /recipients/**                                  EDIT
            GET     /runs/{id}                                      VIEW
            GET     /runs/**                                        VIEW
            GET     /actions/digest                                 EDIT
            POST    /actions/**                                     EDIT
            GET     /settings                                       VIEW
            GET     /settings/password                              OWN_ACCOUNT
            POST    /settings/password                              OWN_ACCOUNT
            GET     /settings/access                                ADMIN
            POST    /settings/access                                ADMIN
            GET     /settings/second-factor                         OWN_ACCOUNT
            POST    /settings/second-factor                         OWN_ACCOUNT
            GET     /settings/audit                                 ADMIN
            GET     /settings/secrets                               ADMIN
            POST    /settings/secrets                               ADMIN
            GET     /api/v1/secrets                                 ADMIN
            GET     /api/v1/secrets/{name}                          ADMIN
            PUT     /api/v1/secrets/{name}                          ADMIN
            DELETE  /api/v1/secrets/{name}                          ADMIN
            GET     /api/v1/audit                                   ADMIN
            GET     /api/v1/tokens                                  ADMIN
            POST    /api/v1/tokens                                  ADMIN
            DELETE  /api/v1/tokens/{id}                             ADMIN
            GET     /api/v1/users                                   ADMIN
            POST    /api/v1/users                                   ADMIN
            PATCH   /api/v1/users/{name}                            OWN_ACCOUNT
            DELETE  /api/v1/users/{name}                            ADMIN
            POST    /api/v1/apply                                   EDIT
            GET     /api/v1/budgets/presets                         VIEW
            POST    /api/v1/budgets/import                          EDIT
            GET     /api/v1/incidents                               VIEW
            GET     /api/v1/incidents/{id}                          VIEW
            GET     /api/v1/incidents/{id}/evaluations              VIEW
            POST    /api/v1/incidents/{id}/acknowledgement          EDIT
            DELETE  /api/v1/incidents/{id}/acknowledgement          EDIT
            POST    /api/v1/incidents/{id}/comments                 EDIT
            POST    /api/v1/incidents/{id}/resolution               EDIT
            POST    /api/v1/journeys/import                         EDIT
            GET     /api/v1/maintenance                             VIEW
            POST    /api/v1/maintenance                             EDIT
            GET     /api/v1/maintenance/times                       VIEW
            GET     /api/v1/maintenance/{id}                        VIEW
            PUT     /api/v1/maintenance/{id}                        EDIT
            DELETE  /api/v1/maintenance/{id}                        EDIT
            GET     /api/v1/markers                                 VIEW
            POST    /api/v1/markers                                 EDIT
            GET     /api/v1/markers/{id}                            VIEW
            DELETE  /api/v1/markers/{id}                            EDIT
            GET     /api/v1/outbox                                  VIEW
            POST    /api/v1/outbox/tests                            EDIT
            POST    /api/v1/outbox/{id}/delivery                    EDIT
            GET     /api/v1/probes                                  VIEW
            POST    /api/v1/probes                                  EDIT
            GET     /api/v1/probes/{id}                             VIEW
            PUT     /api/v1/probes/{id}                             EDIT
            DELETE  /api/v1/probes/{id}                             EDIT
            POST    /api/v1/probes/{id}/pause                       EDIT
            POST    /api/v1/probes/{id}/resume                      EDIT
            GET     /api/v1/probes/{id}/budgets/suggestions         VIEW
            POST    /api/v1/probes/{id}/budgets/suggestions         EDIT
            POST    /api/v1/probes/{id}/budgets/presets/{name}      EDIT
            GET     /api/v1/probes/{id}/changes                     VIEW
            GET     /api/v1/probes/{id}/explain                     VIEW
            GET     /api/v1/probes/{id}/runs                        VIEW
            POST    /api/v1/probes/{id}/runs                        EDIT
            GET     /api/v1/probes/{id}/trend                       VIEW
            GET     /api/v1/probes/{id}/uptime                      VIEW
            GET     /api/v1/recipients                              VIEW
            DELETE  /api/v1/recipients/unsubscribed/{address}       EDIT
            GET     /api/v1/recipients/{id}                         VIEW
            PUT     /api/v1/recipients/{id}                         EDIT
            DELETE  /api/v1/recipients/{id}                         EDIT
            POST    /api/v1/recipients/{id}/digest                  EDIT
            GET     /api/v1/runs/{id}                               VIEW
            GET     /api/v1/runs/{id}/har                           VIEW
            GET     /api/v1/runs/{id}/samples/{n}/filmstrip         VIEW
            GET     /api/v1/runs/{id}/samples/{n}/filmstrip/{frame} VIEW
            GET     /api/v1/runs/{id}/samples/{n}/screenshot        VIEW
            GET     /api/v1/schedule/preview                        VIEW
            """;

    private static final List<AccessEntry> ENTRIES =
            TABLE.lines().map(AccessEntry::read).toList();

    private AccessTable() {}

    static List<AccessEntry> entries() {
        return ENTRIES;
    }

    /** The entry of a request; empty if the route is not listed. */
    static Optional<AccessEntry> find(String method, String path) {
        String listed = AccessRule.isSafe(method) ? "GET" : method;
        return ENTRIES.stream().filter(entry -> entry.matches(listed, path)).findFirst();
    }

    /** The rule of a request. For a route that is not listed: that of admins, but everyone sees that a public path has no such method. */
    static AccessRule rule(String method, String path) {
        return find(method, path)
                .map(AccessEntry::rule)
                .orElseGet(() -> isPublic(path) ? AccessRule.PUBLIC : AccessRule.ADMIN);
    }

    private static boolean isPublic(String path) {
        return ENTRIES.stream()
                .anyMatch(entry -> entry.rule() == AccessRule.PUBLIC && entry.matches(entry.method(), path));
    }
}
