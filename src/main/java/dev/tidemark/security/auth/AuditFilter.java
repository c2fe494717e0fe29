package dev.tidemark.security.auth;

import dev.tidemark.platform.audit.AuditOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the audit log who makes the changes of a request and from where, and records requests that were refused. Mapped in
 * web.xml before {@link SecurityFilter}, whose refusals it records.
 */
public class AuditFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient RefusedRequests refused;

    @Inject
    public AuditFilter(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AuditOrigin origin = RequestOrigin.of(request);
        AuditOrigin outer = origin.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            outer.resume();
            refused.record(request, response.getStatus(), origin);
        }
    }
}
