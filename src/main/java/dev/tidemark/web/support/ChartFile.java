package dev.tidemark.web.support;

import dev.tidemark.reporting.chart.PngImage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A chart as a downloadable file.
 *
 * @param name of the file without extension
 * @param svg standalone, with width and height
 */
public record ChartFile(String name, String svg) {

    /** @param extension {@code svg} or {@code png} */
    public void send(HttpServletResponse response, String extension) throws IOException {
        boolean png = extension.equals("png");
        response.setContentType(png ? "image/png" : "image/svg+xml;charset=utf-8");
        response.setHeader("Content-Disposition", "inline; filename=\"" + name + "." + extension + "\"");
        response.getOutputStream().write(png ? new PngImage(svg).png() : svg.getBytes(StandardCharsets.UTF_8));
    }
}
