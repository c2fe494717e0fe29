package dev.tidemark.security.auth;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.security.account.KnownDevices;
import dev.tidemark.security.account.SessionLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cookie by which a browser proves that a user has signed in with it before. It has one token per user. */
@ApplicationScoped
public class DeviceCookie {

    static final String NAME = "tidemark-device";

    private static final int MAX_USERS = 5;

    private final KnownDevices devices;

    @Inject
    public DeviceCookie(KnownDevices devices) {
        this.devices = devices;
    }

    /** The token of the device, if the user has signed in with it. */
    Optional<String> token(HttpServletRequest request, String user) {
        return tokens(request).filter(token -> devices.isKnown(user, token)).findFirst();
    }

    /** Remembers the device after a sign-in. */
    void remember(HttpServletRequest request, HttpServletResponse response, SessionLogin login) {
        String token = devices.remember(login, token(request, login.name()));
        Cookie cookie = new Cookie(
                NAME,
                Stream.concat(Stream.of(token), tokens(request))
                        .distinct()
                        .limit(MAX_USERS)
                        .collect(Collectors.joining(".")));
        cookie.setPath(BasePath.of(request).link("/login"));
        cookie.setMaxAge(Math.toIntExact(KnownDevices.RETENTION.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    private static Stream<String> tokens(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(Objects::nonNull)
                .flatMap(value -> Arrays.stream(value.split("\\.")))
                .filter(token -> token.matches("[A-Za-z0-9_-]{40,60}"))
                .limit(MAX_USERS);
    }
}
