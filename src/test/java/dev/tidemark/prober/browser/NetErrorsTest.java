package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.OutcomeType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetErrorsTest {

    @Nested
    class GivenACodeOfChromium {

        @ParameterizedTest
        @CsvSource({
            "net::ERR_NAME_NOT_RESOLVED, DNS_FAILURE",
            "net::ERR_CONNECTION_REFUSED, CONNECTION_REFUSED",
            "net::ERR_CONNECTION_RESET, CONNECTION_RESET",
            "net::ERR_CONNECTION_CLOSED, CONNECTION_CLOSED",
            "net::ERR_EMPTY_RESPONSE, EMPTY_RESPONSE",
            "net::ERR_SSL_PROTOCOL_ERROR, TLS_ERROR",
            "net::ERR_CERT_DATE_INVALID, TLS_ERROR",
            "net::ERR_TOO_MANY_REDIRECTS, REDIRECT_LOOP",
            "net::ERR_CONTENT_LENGTH_MISMATCH, INCOMPLETE_RESPONSE",
            "net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH, INVALID_RESPONSE",
            "net::ERR_UNSAFE_PORT, BLOCKED_PORT",
            "net::ERR_SOMETHING_NEW, NAVIGATION_ERROR"
        })
        void thenItHasOneOutcome(String code, OutcomeType expected) {
            assertThat(NetErrors.kindOf(code)).isEqualTo(expected);
        }
    }

    @Nested
    class GivenAMessageOfPlaywright {

        @Test
        void thenTheCodeIsFoundInIt() {
            assertThat(NetErrors.codeIn("Error: net::ERR_HTTP_1_1_REQUIRED at http://a.test/"))
                    .isEqualTo("net::ERR_HTTP_1_1_REQUIRED");
            assertThat(NetErrors.codeIn("Target closed")).isEmpty();
        }
    }
}
