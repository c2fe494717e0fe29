package dev.tidemark.dashboard;

import dev.tidemark.alert.Incidents;
import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.catalogue.RefusedChangeException;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.platform.Identifier;
import dev.tidemark.probe.Probe;
import dev.tidemark.schedule.RunRequests;
import dev.tidemark.web.Told;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the buttons of the pages do; each leads back to a page. Who may press them is decided by room access. */
@WebServlet(name = "actions", urlPatterns = "/actions/*")
public class ActionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ProbeCatalog catalog;
    private final transient RunRequests requests;
    private final transient Incidents incidents;
    private final transient Told told;

    @Inject
    public ActionServlet(ProbeCatalog catalog, RunRequests requests, Incidents incidents, Told told) {
        this.catalog = catalog;
        this.requests = requests;
        this.incidents = incidents;
        this.told = told;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> next = "/acknowledge".equals(request.getPathInfo())
                ? acknowledge(request)
                : probe(request).flatMap(probe -> act(request, probe));
        if (next.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next.get());
    }

    private Optional<String> act(HttpServletRequest request, Probe probe) {
        String page = "/probes/" + probe.id();
        try {
            switch (String.valueOf(request.getPathInfo())) {
                case "/run" -> page = "/runs/" + requests.request(probe.id(), place(probe, request));
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
        } catch (RefusedChangeException readOnly) {
            String key = told.keep(List.of(readOnly.getMessage()));
            return Optional.of(Address.of(page).with("told", key).text());
        }
        return Optional.of(page);
    }

    private Optional<String> acknowledge(HttpServletRequest request) {
        String by = request.getRemoteUser() == null ? "somebody" : request.getRemoteUser();
        return Identifier.read(request.getParameter("incident"))
                .flatMap(id -> incidents.acknowledge(id, by, Optional.empty()))
                .map(incident -> "/incidents/" + incident.id());
    }

    private Optional<Probe> probe(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("probe"))
                .filter(ProbeId::isValid)
                .flatMap(id -> catalog.find(new ProbeId(id)))
                .map(CatalogEntry::probe);
    }

    private static LocationName place(Probe probe, HttpServletRequest request) {
        return probe.locations().stream()
                .filter(one -> one.name().equals(request.getParameter("location")))
                .findFirst()
                .orElse(probe.locations().get(0));
    }
}
