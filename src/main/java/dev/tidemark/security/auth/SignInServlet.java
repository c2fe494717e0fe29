package dev.tidemark.security.auth;

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

/** Signing in: shows the form, and takes it. */
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
        show(request, response, HttpServletResponse.SC_OK, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRemoteAddr();
        Duration pause = attempts.pause(address);
        if (!SecurityFilter.isFromOwnPage(request)) {
            show(request, response, HttpServletResponse.SC_FORBIDDEN, "That form came from another site.");
        } else if (!pause.isZero()) {
            long seconds = pause.toSeconds() + 1;
            response.setHeader("Retry-After", String.valueOf(seconds));
            show(request, response, TOO_MANY, "Too many failures. Try again in " + seconds + " seconds.");
        } else {
            signIn(request, response, address);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        Optional<SessionLogin> login = accounts.check(parameter(request, "user"), parameter(request, "password"));
        if (login.isEmpty()) {
            attempts.failed(address);
            show(request, response, HttpServletResponse.SC_UNAUTHORIZED, "User and password do not match.");
            return;
        }
        attempts.succeeded(address);
        accounts.signedIn(login.get());
        Sessions.begin(request, login.get());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back(request));
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(SignInForm.html(request.getParameter("user"), back(request), message));
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Where to go afterwards: only to a path of our own. */
    private static String back(HttpServletRequest request) {
        String to = parameter(request, "to");
        return to.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?") ? to : "/";
    }
}
