package dev.tidemark.web.admin;

import dev.tidemark.platform.http.BasePath;
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

/** Shows a preview of the digest of a contact group, and sends the digest on request. */
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
    private final transient FlashMessages flashMessages;

    @Inject
    public DigestServlet(Digests digests, FlashMessages flashMessages) {
        this.digests = digests;
        this.flashMessages = flashMessages;
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
        String group = Optional.ofNullable(request.getParameter("list")).orElse("");
        LocalizedMessage result = digests.createNow(group)
                .map(DigestServlet::result)
                .orElseGet(() -> LocalizedMessage.of("contacts.test.unknownGroup", group));
        String text = Messages.of(request.getLocale()).format(result);
        BasePath.seeOther(request, response, "/recipients?told=" + flashMessages.store(List.of(text)));
    }

    private static LocalizedMessage result(Sent sent) {
        int count = sent.recipients().size();
        return count == 0
                ? LocalizedMessage.of("digest.action.noMembers")
                : LocalizedMessage.of("digest.action.sent", count, sent.subject());
    }
}
