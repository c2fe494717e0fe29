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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks for the code of the second factor after the password. */
@WebServlet(name = "code", urlPatterns = "/login/code")
public class CodeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient SecondFactors factors;
    private final transient AttemptLimits limits;
    private final transient SignInCompletion completion;
    private final transient DeviceCookie devices;
    private final transient Sessions sessions;

    @Inject
    public CodeServlet(
            SecondFactors factors,
            AttemptLimits limits,
            SignInCompletion completion,
            DeviceCookie devices,
            Sessions sessions) {
        this.factors = factors;
        this.limits = limits;
        this.completion = completion;
        this.devices = devices;
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sessions.unconfirmed(request).isPresent()) {
            show(request, response, HttpServletResponse.SC_OK, LocalizedMessage.EMPTY);
        } else {
            BasePath.seeOther(request, response, SignInResponse.withBack("/login", request));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SessionLogin> login =
                sessions.unconfirmed(request).filter(known -> SecurityFilter.isFromOwnPage(request));
        if (login.isEmpty()) {
            BasePath.seeOther(request, response, SignInResponse.withBack("/login", request));
            return;
        }
        List<AttemptLimit> attempt = List.of(limit(request, login.get().name()));
        Optional<Duration> pause = limits.reserve(attempt);
        if (pause.isPresent()) {
            show(request, response, SignInResponse.tooManyStatus(), SignInResponse.tooMany(response, pause.get()));
        } else if (factors.accept(login.get().name(), SignInResponse.parameter(request, "code"))) {
            limits.giveBack(attempt);
            completion.signIn(request, response, login.get());
        } else {
            show(request, response, HttpServletResponse.SC_UNAUTHORIZED, LocalizedMessage.of("signIn.error.wrongCode"));
        }
    }

    /** Somebody who knows the password cannot use up the attempts of the user's own browser. */
    private AttemptLimit limit(HttpServletRequest request, String user) {
        return devices.token(request, user)
                .map(token -> AttemptLimit.ofDeviceCode(AttemptLimits.hash(token)))
                .orElseGet(() -> AttemptLimit.ofCode(user));
    }

    private static void show(
            HttpServletRequest request, HttpServletResponse response, int status, LocalizedMessage message)
            throws IOException {
        SignInResponse.send(response, status, SignInForm.of(request).codeHtml(SignInPage.back(request), message));
    }
}
