package dev.tidemark.web.cache;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Serves {@code /assets/<fingerprint>/<name>}, cached indefinitely if the fingerprint is current. Browsers also
 * request {@code /favicon.ico} for responses that are not pages.
 */
@WebServlet({"/assets/*", "/favicon.ico"})
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = path(request).split("/");
        Optional<Assets.Asset> found = parts.length == 3 ? assets.find(parts[2]) : Optional.empty();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Assets.Asset asset = found.get();
        response.setHeader("Cache-Control", asset.fingerprint().equals(parts[1]) ? IMMUTABLE : "no-cache");
        response.setContentType(getServletContext().getMimeType(parts[2]));
        boolean gzip = PageCacheFilter.acceptsGzip(request) && !parts[2].endsWith(".woff2");
        response.addHeader("Vary", "Accept-Encoding");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] bytes = gzip ? asset.gzipped() : asset.content();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath().equals("/favicon.ico")
                ? "/newest/icon.svg"
                : String.valueOf(request.getPathInfo());
    }
}
