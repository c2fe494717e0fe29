package dev.tidemark.security.auth;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.SecondFactors;
import dev.tidemark.security.account.SessionLogin;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Shows and processes the sign-in page. */
@WebServlet(name = "login", urlPatterns = "/login")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient PasswordVerifier passwords;
    private final transient SecondFactors factors;
    private final transient SignInCompletion completion;
    private final transient DeviceCookie devices;
    private final transient Sessions sessions;
    private final transient SignInPage page;

    @Inject
    public SignInServlet(
            PasswordVerifier passwords,
            SecondFactors factors,
            SignInCompletion completion,
            DeviceCookie devices,
            Sessions sessions,
            SignInPage page) {
        this.page = page;
        this.passwords = passwords;
        this.factors = factors;
        this.completion = completion;
        this.devices = devices;
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, HttpServletResponse.SC_OK, LocalizedMessage.EMPTY);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SecurityFilter.isFromOwnPage(request)) {
            show(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    LocalizedMessage.of("signIn.error.foreignOrigin"));
            return;
        }
        if (!page.allowsPasswords()) {
            show(request, response, HttpServletResponse.SC_FORBIDDEN, LocalizedMessage.of("signIn.error.localOff"));
            return;
        }
        String user = SignInResponse.parameter(request, "user");
        List<AttemptLimit> limits = SignInAttempt.limits(request, user, devices.token(request, user));
        PasswordVerifier.Result result = passwords.verify(limits, user, SignInResponse.parameter(request, "password"));
        if (result instanceof PasswordVerifier.Result.Verified verified) {
            signIn(request, response, verified.login());
        } else if (result instanceof PasswordVerifier.Result.Limited limited) {
            show(request, response, SignInResponse.tooManyStatus(), SignInResponse.tooMany(response, limited.pause()));
        } else {
            show(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    LocalizedMessage.of("signIn.error.wrongCredentials"));
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, SessionLogin login) {
        if (factors.isActive(login.name())) {
            sessions.beginUnconfirmed(request, login);
            BasePath.seeOther(request, response, SignInResponse.withBack("/login/code", request));
        } else {
            completion.signIn(request, response, login);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, LocalizedMessage message)
            throws IOException {
        page.show(request, response, status, message);
    }
}
