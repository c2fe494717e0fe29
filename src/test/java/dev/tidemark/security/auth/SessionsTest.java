package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.security.account.SessionLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SessionLogin ADA = new SessionLogin("ada", UUID.randomUUID());

    private final SessionSettings settings = new SessionSettings(Duration.ofHours(12), Duration.ofDays(7));
    private final Map<String, Object> attributes = new HashMap<>();
    private boolean open;

    private Optional<SessionLogin> loginAfter(Duration time) {
        return at(time).login(request());
    }

    private Sessions at(Duration time) {
        return new Sessions(settings, Clock.fixed(START.plus(time), ZoneOffset.UTC));
    }

    /** What a container does with attributes and invalidation. */
    private HttpServletRequest request() {
        HttpSession session = proxy(HttpSession.class, (name, arguments) -> switch (name) {
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "invalidate" -> {
                attributes.clear();
                open = false;
                yield null;
            }
            default -> throw new UnsupportedOperationException(name);
        });
        return proxy(HttpServletRequest.class, (name, arguments) -> {
            open = open || (boolean) arguments[0];
            return open ? session : null;
        });
    }

    private interface Answer {
        Object of(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.of(method.getName(), arguments)));
    }

    @Nested
    class GivenASignedInUser {

        @BeforeEach
        void signIn() {
            at(Duration.ZERO).begin(request(), ADA);
        }

        @Test
        void whenTheSessionHasNotReachedItsMaximumAge_thenItIsValid() {
            assertThat(loginAfter(Duration.ofDays(7).minusMillis(1))).hasValue(ADA);
        }

        @Test
        void whenItHas_thenItEndsHoweverOftenItWasUsed() {
            for (int hour = 0; hour < 7 * 24; hour++) {
                assertThat(loginAfter(Duration.ofHours(hour))).hasValue(ADA);
            }

            assertThat(loginAfter(Duration.ofDays(7))).isEmpty();
            assertThat(open).isFalse();
            assertThat(loginAfter(Duration.ZERO)).isEmpty();
        }
    }

    @Nested
    class GivenAUserWhoHasToEnterACode {

        @BeforeEach
        void enterPassword() {
            at(Duration.ZERO).beginUnconfirmed(request(), ADA);
        }

        @Test
        void whenTheyTakeFiveMinutes_thenThePasswordIsAskedForAgain() {
            assertThat(at(Duration.ofSeconds(299)).unconfirmed(request())).hasValue(ADA);
            assertThat(at(Duration.ofMinutes(5)).unconfirmed(request())).isEmpty();
        }

        @Test
        void whenTheCodeIsMissing_thenThereIsNoLogin() {
            assertThat(loginAfter(Duration.ofSeconds(1))).isEmpty();
        }
    }
}
