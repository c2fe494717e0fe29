package dev.tidemark.budgeting;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.catalogue.RefusedChangeException;
import dev.tidemark.definition.Presets;
import dev.tidemark.observation.ProbeId;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The buttons that take limits over; each leads back to the probe's budgets. Who may press them is decided by room access. */
@WebServlet(
        name = "adoptions",
        urlPatterns = {"/actions/adopt-preset", "/actions/adopt-suggestion"})
public class AdoptServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ProbeCatalog catalog;
    private final transient Adoption adoption;

    @Inject
    public AdoptServlet(ProbeCatalog catalog, Adoption adoption) {
        this.catalog = catalog;
        this.adoption = adoption;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CatalogEntry> entry = Optional.ofNullable(request.getParameter("probe"))
                .filter(ProbeId::isValid)
                .flatMap(id -> catalog.find(new ProbeId(id)));
        if (entry.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            adopt(request, entry.get());
        } catch (RefusedChangeException | IllegalArgumentException refused) {
            response.sendError(HttpServletResponse.SC_CONFLICT, refused.getMessage());
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/probes/" + entry.get().probe().id() + "/budgets");
    }

    private void adopt(HttpServletRequest request, CatalogEntry entry) {
        if (request.getServletPath().endsWith("preset")) {
            adoption.adopt(entry, Presets.named(String.valueOf(request.getParameter("preset"))));
            return;
        }
        String[] metrics = request.getParameterValues("metric");
        adoption.adoptSuggestions(entry, metrics == null ? List.of() : List.of(metrics));
    }
}
