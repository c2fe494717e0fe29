package dev.tidemark.web.cache;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.http.Preconditions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Adds ETags to pages and API lists, responds with 304 if the client has the current version, and compresses. */
public class PageCacheFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int GZIP_THRESHOLD_BYTES = 860;

    /** Half the time of the default level for 5 % more bytes. */
    private static final int FAST_LEVEL = 4;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isCacheablePath(request)) {
            chain.doFilter(request, response);
            return;
        }
        BufferedResponse buffered = new BufferedResponse(response);
        chain.doFilter(request, buffered);
        if (!response.isCommitted()) {
            send(request, response, buffered.bytes());
        }
    }

    /** Excludes single runs, which have ETags of their own, and assets, whose URLs change with their content. */
    private static boolean isCacheablePath(HttpServletRequest request) {
        String path = BasePath.pathOf(request);
        return request.getMethod().equals("GET")
                && !path.startsWith("/api/v1/runs/")
                && !path.startsWith("/assets/")
                && !path.startsWith("/health")
                && !path.startsWith("/calibration");
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        if (response.getStatus() == HttpServletResponse.SC_OK && body.length > 0 && isCacheable(response)) {
            String tag = tag(response, body);
            response.setHeader("ETag", tag);
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "private, no-cache");
            }
            response.addHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
            if (Preconditions.isNotModified(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        byte[] bytes = body;
        if (body.length > GZIP_THRESHOLD_BYTES
                && acceptsGzip(request)
                && !response.containsHeader("Content-Encoding")) {
            response.setHeader("Content-Encoding", "gzip");
            bytes = gzip(body, FAST_LEVEL);
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean isCacheable(HttpServletResponse response) {
        String control = response.getHeader("Cache-Control");
        return control == null || !control.contains("no-store");
    }

    private static String tag(HttpServletResponse response, byte[] body) {
        String existing = response.getHeader("ETag");
        return existing == null ? "W/\"" + ContentHash.of(body) + "\"" : existing;
    }

    static boolean acceptsGzip(HttpServletRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return encodings != null && encodings.contains("gzip");
    }

    static byte[] gzip(byte[] body, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new LevelledGzip(bytes, level)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static final class LevelledGzip extends GZIPOutputStream {
        private static final int BUFFER = 8_192;

        LevelledGzip(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }
}
