package dev.tidemark.web.admin;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.reporting.digest.Digests;
import dev.tidemark.reporting.digest.Digests.Sent;
import dev.tidemark.web.support.FlashMessages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows the current digest of a contact group, and sends it on request from the page of contact groups. */
@WebServlet(
        name = "digest",
        urlPatterns = {"/recipients/*", "/actions/digest"})
public class DigestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([^/]+)/digest");

    /** Styles are inline as in the e-mail; images are embedded as data URLs. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final transient Digests digests;
    private final transient FlashMessages told;

    @Inject
    public DigestServlet(Digests digests, FlashMessages told) {
        this.digests = digests;
        this.told = told;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<String> page = path.matches() ? digests.preview(path.group(1)) : Optional.empty();
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().print(page.get());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String list = Optional.ofNullable(request.getParameter("list")).orElse("");
        LocalizedMessage message = digests.writeNow(list)
                .map(DigestServlet::words)
                .orElseGet(() -> LocalizedMessage.of("contacts.test.unknownGroup", list));
        String words = Messages.of(request.getLocale()).say(message);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/recipients?told=" + told.keep(List.of(words)));
    }

    private static LocalizedMessage words(Sent sent) {
        int count = sent.recipients().size();
        return count == 0
                ? LocalizedMessage.of("digest.action.noMembers")
                : LocalizedMessage.of("digest.action.sent", count, sent.subject());
    }
}
