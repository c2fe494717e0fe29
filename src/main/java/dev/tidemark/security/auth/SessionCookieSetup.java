package dev.tidemark.security.auth;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;

/**
 * Configures the session cookie: not readable by scripts, not sent with forms of other sites, never in a URL. The server adds Secure
 * under TLS (session-cookies.cli).
 */
@WebListener
public class SessionCookieSetup implements ServletContextListener {

    private final SessionSettings settings;

    @Inject
    public SessionCookieSetup(SessionSettings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName("tidemark");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        event.getServletContext().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        event.getServletContext()
                .setSessionTimeout(Math.toIntExact(settings.idle().toMinutes()));
    }
}
