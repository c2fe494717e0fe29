package dev.tidemark.security.auth;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The responses of the sign-in pages. */
final class SignInResponse {

    private static final int TOO_MANY = 429;

    private SignInResponse() {}

    static void send(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(html);
    }

    /** Prepares the response to an attempt beyond the limits. */
    static LocalizedMessage tooMany(HttpServletResponse response, Duration pause) {
        response.setHeader("Retry-After", String.valueOf(pause.toSeconds()));
        return LocalizedMessage.of("signIn.error.tooManyAttempts", pause.toSeconds());
    }

    static int tooManyStatus() {
        return TOO_MANY;
    }

    static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** A path with the one after signing in as its parameter. */
    static String withBack(String path, HttpServletRequest request) {
        return path + "?to=" + URLEncoder.encode(SignInPage.back(request), StandardCharsets.UTF_8);
    }
}
