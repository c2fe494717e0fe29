package dev.tidemark.security.auth;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.SessionLogin;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Shows and processes the sign-in page. */
@WebServlet(name = "login", urlPatterns = "/login")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;

    private final transient Accounts accounts;
    private final transient LoginAttempts attempts;

    @Inject
    public SignInServlet(Accounts accounts, LoginAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, HttpServletResponse.SC_OK, LocalizedMessage.EMPTY);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRemoteAddr();
        Duration pause = attempts.waitTime(address);
        if (!SecurityFilter.isFromOwnPage(request)) {
            show(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    LocalizedMessage.of("signIn.error.foreignOrigin"));
        } else if (!pause.isZero()) {
            long seconds = pause.toSeconds() + 1;
            response.setHeader("Retry-After", String.valueOf(seconds));
            show(request, response, TOO_MANY, LocalizedMessage.of("signIn.error.tooManyAttempts", seconds));
        } else {
            signIn(request, response, address);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        Optional<SessionLogin> login =
                accounts.authenticate(parameter(request, "user"), parameter(request, "password"));
        if (login.isEmpty()) {
            attempts.failed(address);
            show(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    LocalizedMessage.of("signIn.error.wrongCredentials"));
            return;
        }
        attempts.succeeded(address);
        accounts.recordSignIn(login.get());
        Sessions.begin(request, login.get());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back(request));
    }

    private static void show(
            HttpServletRequest request, HttpServletResponse response, int status, LocalizedMessage message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(SignInForm.html(
                        request.getParameter("user"), back(request), message, Messages.of(request.getLocale())));
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** The path after signing in: only paths of this server. */
    private static String back(HttpServletRequest request) {
        String to = parameter(request, "to");
        return to.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?") ? to : "/";
    }
}
