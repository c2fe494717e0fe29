package dev.tidemark.security.auth;

import dev.tidemark.platform.audit.AuditActor;
import dev.tidemark.platform.audit.AuditOrigin;
import dev.tidemark.platform.audit.AuditOrigin.Channel;
import dev.tidemark.security.account.ApiToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sends a request, and from where, for the audit log. */
final class RequestOrigin {

    private RequestOrigin() {}

    static AuditOrigin of(HttpServletRequest request) {
        return new AuditOrigin(actor(request), channel(request), Optional.of(request.getRemoteAddr()));
    }

    /** A token by its own name, also where it acts as the initial user. */
    private static AuditActor actor(HttpServletRequest request) {
        if (request.getAttribute(AuthenticationMechanism.TOKEN_USED) instanceof ApiToken token) {
            return new AuditActor(AuditActor.Kind.TOKEN, token.name());
        }
        if (request.getAttribute(AuthenticationMechanism.EXPIRED_TOKEN) instanceof ApiToken token) {
            return new AuditActor(AuditActor.Kind.TOKEN, token.name());
        }
        return request.getRemoteUser() == null
                ? AuditActor.ANONYMOUS
                : new AuditActor(AuditActor.Kind.USER, request.getRemoteUser());
    }

    private static Channel channel(HttpServletRequest request) {
        String path = SecurityFilter.path(request);
        if (path.startsWith("/letters/")) {
            return Channel.MAIL;
        }
        return path.startsWith("/api/") ? Channel.API : Channel.PAGE;
    }
}
