package dev.tidemark.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers of every answer: nothing is loaded from elsewhere, nothing inline runs, nobody frames the pages. A form that
 * another site sends is refused.
 */
public class PageHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "manifest-src 'self'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (isForeignForm(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "this form was sent by another site");
            return;
        }
        chain.doFilter(request, response);
    }

    /** Browsers say where a form comes from (Fetch Metadata); scripts with a token do not and are not meant. */
    private static boolean isForeignForm(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return !request.getMethod().equals("GET")
                && site != null
                && !site.equals("same-origin")
                && !site.equals("none");
    }
}
