package dev.tidemark.web.help;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /help-images/{name}}: the images of the manual. */
@WebServlet(name = "help-image", urlPatterns = "/help-images/*")
public class HelpImageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Manual manual;

    @Inject
    public HelpImageServlet(Manual manual) {
        this.manual = manual;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
        Optional<byte[]> image = manual.image(name);
        if (image.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(name.endsWith(".svg") ? "image/svg+xml" : "image/png");
        response.getOutputStream().write(image.get());
    }
}
