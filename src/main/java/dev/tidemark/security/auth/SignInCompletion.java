package dev.tidemark.security.auth;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.SessionLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What follows once a user has proved who they are. */
@ApplicationScoped
public class SignInCompletion {

    private final Accounts accounts;
    private final DeviceCookie devices;
    private final Sessions sessions;

    @Inject
    public SignInCompletion(Accounts accounts, DeviceCookie devices, Sessions sessions) {
        this.accounts = accounts;
        this.devices = devices;
        this.sessions = sessions;
    }

    /** Starts the session, remembers the device, and returns to the requested page. */
    void signIn(HttpServletRequest request, HttpServletResponse response, SessionLogin login) {
        accounts.recordSignIn(login);
        devices.remember(request, response, login);
        sessions.begin(request, login);
        BasePath.seeOther(request, response, SignInPage.back(request));
    }
}
