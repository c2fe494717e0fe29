package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTableTest {

    private static final Path MANUAL = Path.of("src/site/markdown/users.md");
    private static final Map<AccessRule, String> WHO = Map.of(
            AccessRule.PUBLIC, "everyone",
            AccessRule.BADGE, "viewer; everyone if badges are public",
            AccessRule.VIEW, "viewer",
            AccessRule.EDIT, "editor",
            AccessRule.OWN_ACCOUNT, "every user, own account only; admin",
            AccessRule.ADMIN, "admin");

    @Nested
    class GivenTheApplication {

        @Test
        void whenItsRoutesAreCollected_thenEachIsListed() {
            Set<String> unlisted = ApplicationRoutes.all().stream()
                    .filter(route -> AccessTable.find(method(route), example(path(route)))
                            .isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(unlisted)
                    .as("routes that AccessTable does not list: decide who may use them")
                    .isEmpty();
        }

        @Test
        void whenItsRoutesAreCollected_thenEachListedOneExists() {
            List<AccessEntry> unused = AccessTable.entries().stream()
                    .filter(entry -> ApplicationRoutes.all().stream()
                            .noneMatch(route -> AccessTable.find(method(route), example(path(route)))
                                    .filter(entry::equals)
                                    .isPresent()))
                    .toList();
            assertThat(unused)
                    .as("entries of AccessTable that no route uses, or that an earlier entry hides")
                    .isEmpty();
        }

        @Test
        void whenTheyAreCounted_thenAllKindsOfRoutesAreAmongThem() {
            assertThat(ApplicationRoutes.all())
                    .contains(
                            "GET /api/v1/runs/{id}/samples/{n}/filmstrip/{frame}",
                            "PATCH /api/v1/users/{name}",
                            "POST /actions/*",
                            "GET /settings/access",
                            "GET /calibration/calibration.js",
                            "GET /openapi")
                    .hasSizeGreaterThan(100);
        }

        private String method(String route) {
            return route.substring(0, route.indexOf(' '));
        }

        private String path(String route) {
            return route.substring(route.indexOf(' ') + 1);
        }

        private String example(String path) {
            return path.replaceAll("\\{\\w+}", "x").replace("*", "x/x");
        }
    }

    @Nested
    class GivenTheManual {

        /** Update the table in users.md with the expected lines of the failure when a right has been changed on purpose. */
        @Test
        void whenItsTableIsRead_thenItIsThatOfTheFilter() throws IOException {
            List<String> rows = AccessTable.entries().stream()
                    .map(entry ->
                            "| `%s` | `%s` | %s |".formatted(entry.method(), entry.template(), WHO.get(entry.rule())))
                    .toList();
            List<String> manual = Files.readAllLines(MANUAL).stream()
                    .filter(line -> line.matches("\\| `[A-Z]+` \\| `/.*"))
                    .toList();
            assertThat(manual).isEqualTo(rows);
        }
    }

    @Nested
    class GivenARequest {

        @ParameterizedTest
        @CsvSource({
            "GET,    /,                     VIEW",
            "GET,    /probes/a,             VIEW",
            "HEAD,   /probes/a,             VIEW",
            "POST,   /probes/a,             ADMIN",
            "POST,   /probes/new,           EDIT",
            "DELETE, /probes/a,             ADMIN",
            "GET,    /api/v1/probes,        VIEW",
            "POST,   /api/v1/probes,        EDIT",
            "GET,    /api,                  ADMIN",
            "GET,    /apiary,               ADMIN",
            "GET,    /health,               PUBLIC",
            "GET,    /health/ready,         PUBLIC",
            "GET,    /healthy,              ADMIN",
            "GET,    /metrics,              PUBLIC",
            "POST,   /metrics,              PUBLIC",
            "GET,    /api/v1/probes/,       VIEW",
            "GET,    /api/v1/users/,        ADMIN",
            "GET,    /api/v1/probes//,      ADMIN",
            "GET,    /badge/shop/lcp.svg,   BADGE",
            "POST,   /badge/shop/lcp.svg,   ADMIN",
            "GET,    /calibration/,         PUBLIC",
            "GET,    /calibrations,         ADMIN",
            "GET,    /assets/app.css,       PUBLIC",
            "POST,   /login,                PUBLIC",
            "GET,    /openapi,              PUBLIC",
            "GET,    /api/v1/users,         ADMIN",
            "POST,   /api/v1/users,         ADMIN",
            "GET,    /api/v1/users/ada,     ADMIN",
            "DELETE, /api/v1/users/ada,     ADMIN",
            "PATCH,  /api/v1/users/ada,     OWN_ACCOUNT",
            "PATCH,  /api/v1/users/a/b,     ADMIN",
            "PATCH,  /api/v1/users,         ADMIN",
            "DELETE, /api/v1/tokens/1,      ADMIN",
            "GET,    /api/v1/tokensmith,    ADMIN",
            "GET,    /settings/access,      ADMIN",
            "GET,    /settings/access/,     ADMIN",
            "POST,   /settings/access,      ADMIN",
            "POST,   /settings/password,    OWN_ACCOUNT",
            "GET,    /settings,             VIEW",
            "POST,   /settings,             ADMIN",
            "GET,    /users/users.xhtml,    ADMIN",
            "BREW,   /,                     ADMIN",
        })
        void whenItArrives_thenItsAccessRuleIsFound(String method, String path, AccessRule rule) {
            assertThat(AccessTable.rule(method, path)).isEqualTo(rule);
        }
    }
}
