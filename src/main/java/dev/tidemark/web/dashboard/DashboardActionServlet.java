package dev.tidemark.web.dashboard;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ChangeRefusedException;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.scheduling.quartz.RunRequests;
import dev.tidemark.web.support.FlashMessages;
import dev.tidemark.web.support.PageLink;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Form actions on probes. Each redirects to a page; {@code security.auth} authorizes the request before.
 */
@WebServlet(name = "actions", urlPatterns = "/actions/*")
public class DashboardActionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ProbeCatalog catalog;
    private final transient RunRequests requests;
    private final transient FlashMessages flashMessages;

    @Inject
    public DashboardActionServlet(ProbeCatalog catalog, RunRequests requests, FlashMessages flashMessages) {
        this.catalog = catalog;
        this.requests = requests;
        this.flashMessages = flashMessages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> next = probe(request).flatMap(probe -> act(request, probe));
        if (next.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        BasePath.seeOther(request, response, next.get());
    }

    private Optional<String> act(HttpServletRequest request, Probe probe) {
        String page = "/probes/" + probe.id();
        try {
            switch (String.valueOf(request.getPathInfo())) {
                case "/run" ->
                    page = "/runs/" + requests.request(probe.id(), probe.location(request.getParameter("location")));
                case "/pause" -> catalog.pause(probe.id());
                case "/resume" -> catalog.resume(probe.id());
                case "/delete" -> {
                    catalog.delete(probe.id());
                    page = "/";
                }
                default -> {
                    return Optional.empty();
                }
            }
        } catch (ChangeRefusedException readOnly) {
            String key =
                    flashMessages.store(List.of(Messages.of(request.getLocale()).format(readOnly.localizedMessage())));
            return Optional.of(PageLink.of(page).with("told", key).url());
        }
        return Optional.of(page);
    }

    private Optional<Probe> probe(HttpServletRequest request) {
        return catalog.findBySlug(request.getParameter("probe")).map(CatalogEntry::probe);
    }
}
