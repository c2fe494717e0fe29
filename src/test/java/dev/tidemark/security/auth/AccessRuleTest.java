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
            "GET,    /,                     READ",
            "GET,    /probes/a,             READ",
            "HEAD,   /probes/a,             READ",
            "POST,   /probes/a,             WRITE",
            "DELETE, /probes/a,             WRITE",
            "GET,    /api/v1/probes,        API",
            "POST,   /api/v1/probes,        API",
            "GET,    /api,                  API",
            "GET,    /apiary,               READ",
            "GET,    /health,               PUBLIC",
            "GET,    /health/ready,         PUBLIC",
            "GET,    /healthy,              READ",
            "GET,    /metrics,              PUBLIC",
            "GET,    /badge/shop/lcp.svg,   BADGE",
            "POST,   /badge/shop/lcp.svg,   WRITE",
            "GET,    /badges,               READ",
            "GET,    /calibration/,         PUBLIC",
            "GET,    /calibrations,         READ",
            "GET,    /assets/app.css,       PUBLIC",
            "POST,   /login,                PUBLIC",
            "GET,    /openapi,              PUBLIC",
            "GET,    /api/v1/users,         USER_MANAGEMENT",
            "POST,   /api/v1/users,         USER_MANAGEMENT",
            "GET,    /api/v1/users/ada,     USER_MANAGEMENT",
            "DELETE, /api/v1/users/ada,     USER_MANAGEMENT",
            "PATCH,  /api/v1/users/ada,     OWN_ACCOUNT",
            "PATCH,  /api/v1/users,         USER_MANAGEMENT",
            "DELETE, /api/v1/tokens/1,      USER_MANAGEMENT",
            "GET,    /api/v1/tokensmith,    API",
            "GET,    /settings/access,      USER_MANAGEMENT",
            "POST,   /settings/access,      USER_MANAGEMENT",
            "POST,   /settings/password,    OWN_ACCOUNT",
            "GET,    /settings,             READ",
        })
        void whenItArrives_thenItsAccessRuleIsFound(String method, String path, AccessRule door) {
            assertThat(AccessRule.of(method, path)).isEqualTo(door);
        }
    }
}
