package dev.tidemark.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;

/** Signing in: shows the form, and takes it. */
@WebServlet(name = "login", urlPatterns = "/login")
public class LoginServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;

    private final transient Accounts accounts;
    private final transient LoginAttempts attempts;

    @Inject
    public LoginServlet(Accounts accounts, LoginAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(response, HttpServletResponse.SC_OK, back(request), "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRemoteAddr();
        Duration pause = attempts.pause(address);
        if (!Guard.isFromOwnPage(request)) {
            show(response, HttpServletResponse.SC_FORBIDDEN, back(request), "That form came from another site.");
        } else if (!pause.isZero()) {
            long seconds = pause.toSeconds() + 1;
            response.setHeader("Retry-After", String.valueOf(seconds));
            show(response, TOO_MANY, back(request), "Too many failures. Try again in " + seconds + " seconds.");
        } else if (accounts.isPassword(parameter(request, "user"), parameter(request, "password"))) {
            attempts.succeeded(address);
            signIn(request, response);
        } else {
            attempts.failed(address);
            show(response, HttpServletResponse.SC_UNAUTHORIZED, back(request), "User and password do not match.");
        }
    }

    /** A new session: one that was there before may be known to somebody else. */
    private static void signIn(HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(Caller.SESSION_NAME, parameter(request, "user"));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back(request));
    }

    private static void show(HttpServletResponse response, int status, String back, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(LoginForm.html(back, message));
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
