package dev.tidemark.security.auth;

import dev.tidemark.platform.audit.AuditActor;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditOrigin;
import dev.tidemark.platform.audit.AuditTrail;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.security.account.SessionLogin;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends the session, and continues at the OpenID provider if the session began there. */
@WebServlet(name = "logout", urlPatterns = "/logout")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SignOutServlet.class.getName());

    private final transient AuditTrail trail;
    private final transient Sessions sessions;
    private final transient SignInPage page;

    @Inject
    public SignOutServlet(AuditTrail trail, Sessions sessions, SignInPage page) {
        this.trail = trail;
        this.sessions = sessions;
        this.page = page;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SecurityFilter.isFromOwnPage(request)) {
            Optional<URI> provider = Sessions.signOutUri(request);
            sessions.login(request).ifPresent(this::record);
            Sessions.end(request);
            if (provider.isPresent()) {
                page.showSignOut(request, response, provider.get());
                return;
            }
        }
        BasePath.seeOther(request, response, "/");
    }

    /** Signing out works without the database too. */
    private void record(SessionLogin login) {
        AuditActor user = new AuditActor(AuditActor.Kind.USER, login.name());
        try {
            AuditOrigin.current()
                    .by(user)
                    .run(() -> trail.record(AuditChange.action("sign-out", "session", login.name(), Map.of())));
        } catch (RuntimeException databaseUnavailable) {
            LOG.log(Level.WARNING, "A sign-out cannot be recorded in the audit log", databaseUnavailable);
        }
    }
}
