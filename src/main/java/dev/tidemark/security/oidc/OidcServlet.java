package dev.tidemark.security.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.ExternalAccounts;
import dev.tidemark.security.account.Role;
import dev.tidemark.security.account.SessionLogin;
import dev.tidemark.security.auth.Sessions;
import dev.tidemark.security.auth.SignInPage;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the browser to the provider, and signs in the user when it comes back. */
@WebServlet(
        name = "oidc",
        urlPatterns = {"/login/oidc", "/login/oidc/callback"})
public class OidcServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(OidcServlet.class.getName());
    private static final String CALLBACK = "/login/oidc/callback";

    private final transient OidcSettings settings;
    private final transient OidcClient client;
    private final transient ExternalAccounts accounts;
    private final transient Sessions sessions;
    private final transient SignInPage page;

    @Inject
    public OidcServlet(
            OidcSettings settings, OidcClient client, ExternalAccounts accounts, Sessions sessions, SignInPage page) {
        this.settings = settings;
        this.client = client;
        this.accounts = accounts;
        this.sessions = sessions;
        this.page = page;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.isEnabled()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            redirect(request, response, request.getServletPath().equals(CALLBACK) ? signIn(request) : begin(request));
        } catch (OidcException failed) {
            if (failed.getCause() != null) {
                LOG.log(Level.WARNING, "Sign-in with OpenID Connect failed: " + failed.getMessage(), failed.getCause());
            }
            page.show(request, response, failed.status(), failed.text());
        }
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String location) {
        response.setHeader("Cache-Control", "no-store");
        BasePath.seeOther(request, response, location);
    }

    private String begin(HttpServletRequest request) throws OidcException {
        OidcAttempt attempt = client.attempt(base(request) + CALLBACK, SignInPage.back(request));
        String location = client.authorizationUri(attempt).toString();
        OidcAttempts.add(request, attempt);
        return location;
    }

    private String signIn(HttpServletRequest request) throws OidcException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        AuthorizationResponse answer = OidcClient.response(base(request) + CALLBACK + "?" + query);
        OidcAttempt attempt = OidcAttempts.take(
                        request,
                        answer.getState() == null ? "" : answer.getState().getValue())
                .orElseThrow(() -> OidcException.invalid("signIn.oidc.unknownState", null));
        OidcIdentity identity = client.identity(answer, attempt);
        request.setAttribute(SignInPage.USER, identity.name());
        SessionLogin login = login(identity);
        Optional<URI> signOut = client.signOutUri(identity, URI.create(base(request) + "/login"));
        sessions.begin(request, login);
        signOut.ifPresent(uri -> Sessions.signOutAt(request, uri));
        return attempt.back();
    }

    private SessionLogin login(OidcIdentity identity) throws OidcException {
        Optional<Role> role = settings.roleOf(identity.groups());
        if (role.isEmpty()) {
            accounts.endSessions(identity.issuer(), identity.subject());
            throw OidcException.refused(LocalizedMessage.of("signIn.oidc.noGroup", identity.name()));
        }
        return accounts.signIn(identity.issuer(), identity.subject(), identity.name(), role.get())
                .orElseThrow(
                        () -> OidcException.refused(LocalizedMessage.of("signIn.oidc.nameTaken", identity.name())));
    }

    /** The address of this server as the browser knows it. */
    private String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return settings.publicUrl()
                .orElseGet(() ->
                        url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath())
                .replaceAll("/+$", "");
    }
}
