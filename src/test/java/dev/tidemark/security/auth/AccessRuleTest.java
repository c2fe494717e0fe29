package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRuleTest {

    @Nested
    class GivenARequest {

        @ParameterizedTest
        @CsvSource({
            "GET,    /,                     READING",
            "GET,    /probes/a,             READING",
            "HEAD,   /probes/a,             READING",
            "POST,   /probes/a,             CHANGING",
            "DELETE, /probes/a,             CHANGING",
            "GET,    /api/v1/probes,        API",
            "POST,   /api/v1/probes,        API",
            "GET,    /api,                  API",
            "GET,    /apiary,               READING",
            "GET,    /health,               OPEN",
            "GET,    /health/ready,         OPEN",
            "GET,    /healthy,              READING",
            "GET,    /metrics,              OPEN",
            "GET,    /badge/shop/lcp.svg,   BADGE",
            "POST,   /badge/shop/lcp.svg,   CHANGING",
            "GET,    /badges,               READING",
            "GET,    /calibration/,         OPEN",
            "GET,    /calibrations,         READING",
            "GET,    /assets/app.css,       OPEN",
            "POST,   /login,                OPEN",
            "GET,    /openapi,              OPEN",
            "GET,    /api/v1/users,         MEMBERS",
            "POST,   /api/v1/users,         MEMBERS",
            "GET,    /api/v1/users/ada,     MEMBERS",
            "DELETE, /api/v1/users/ada,     MEMBERS",
            "PATCH,  /api/v1/users/ada,     OWN",
            "PATCH,  /api/v1/users,         MEMBERS",
            "DELETE, /api/v1/tokens/1,      MEMBERS",
            "GET,    /api/v1/tokensmith,    API",
            "GET,    /settings/access,      MEMBERS",
            "POST,   /settings/access,      MEMBERS",
            "POST,   /settings/password,    OWN",
            "GET,    /settings,             READING",
        })
        void whenItArrives_thenItsAccessRuleIsFound(String method, String path, AccessRule door) {
            assertThat(AccessRule.of(method, path)).isEqualTo(door);
        }
    }
}
